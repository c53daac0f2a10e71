package io.tollgate.products.product.store;

import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.products.product.Product;
import io.tollgate.products.product.ProductId;
import io.tollgate.values.Money;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** A product as the table keeps it. */
final class ProductRow {
    private ProductRow() {}

    static Product read(Readable row) {
        return new Product(
                new ProductId(row.get("id", String.class)),
                row.get("version", Long.class),
                row.get("sku", String.class),
                row.get("name", String.class),
                Optional.ofNullable(row.get("description", String.class)),
                Money.of(row.get("price_amount", Long.class), row.get("price_currency", String.class)),
                UtcDateTime.fromColumn(row.get("published_at", LocalDateTime.class)));
    }

    static GenericExecuteSpec write(GenericExecuteSpec statement, Product product) {
        GenericExecuteSpec bound = statement
                .bind("id", product.id().value())
                .bind("version", product.version())
                .bind("sku", product.sku())
                .bind("skuKey", product.sku().toUpperCase(Locale.ROOT))
                .bind("name", product.name())
                .bind("amount", product.price().amount())
                .bind("currency", product.price().currency().getCurrencyCode())
                .bind("publishedAt", UtcDateTime.toColumn(product.publishedAt()));
        return product.description()
                .map(text -> bound.bind("description", text))
                .orElseGet(() -> bound.bindNull("description", String.class));
    }
}

package io.tollgate.products.product.store;

import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.products.product.Position;
import io.tollgate.products.product.Price;
import io.tollgate.products.product.Product;
import io.tollgate.products.product.ProductId;
import io.tollgate.products.product.Status;
import io.tollgate.products.product.Times;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** A product as the table keeps it. */
final class ProductRow {
    private ProductRow() {}

    static Product read(Readable row) {
        ProductDocument document = ProductDocument.read(row.get("document", String.class));
        return new Product(
                new ProductId(row.get("id", String.class)),
                row.get("version", Long.class),
                document.content(row.get("sku", String.class), row.get("name", String.class)),
                Status.valueOf(row.get("status", String.class)),
                document.price(),
                times(row));
    }

    private static Times times(Readable row) {
        return new Times(
                time(row, "created_at").orElseThrow(),
                time(row, "updated_at").orElseThrow(),
                time(row, "published_at"),
                time(row, "retired_at"));
    }

    private static Optional<Instant> time(Readable row, String column) {
        return Optional.ofNullable(row.get(column, LocalDateTime.class)).map(UtcDateTime::fromColumn);
    }

    static String skuKey(String sku) {
        return sku.toUpperCase(Locale.ROOT);
    }

    static GenericExecuteSpec write(GenericExecuteSpec statement, Product product) {
        GenericExecuteSpec bound = statement
                .bind("id", product.id().value())
                .bind("version", product.version())
                .bind("status", product.status().name())
                .bind("sku", product.content().sku())
                .bind("skuKey", skuKey(product.content().sku()))
                .bind("name", product.content().name())
                .bind("nameKey", Position.nameKey(product.content().name()))
                .bind("document", ProductDocument.write(product));
        return writeTimes(writePrice(bound, product), product);
    }

    private static GenericExecuteSpec writePrice(GenericExecuteSpec bound, Product product) {
        String currency = product.price()
                .map(Price::money)
                .map(money -> money.currency().getCurrencyCode())
                .orElse("");
        GenericExecuteSpec priced = bound.bind("amount", product.amount()).bind("currency", currency);
        return write(priced, "repriceAt", product.repricedAt());
    }

    private static GenericExecuteSpec writeTimes(GenericExecuteSpec bound, Product product) {
        Times times = product.times();
        GenericExecuteSpec changed = bound.bind("updatedAt", UtcDateTime.toColumn(times.updated()))
                .bind("listedAt", UtcDateTime.toColumn(Position.listedAt(product)));
        return write(write(changed, "publishedAt", times.published()), "retiredAt", times.retired());
    }

    private static GenericExecuteSpec write(GenericExecuteSpec bound, String name, Optional<Instant> time) {
        return time.map(instant -> bound.bind(name, UtcDateTime.toColumn(instant)))
                .orElseGet(() -> bound.bindNull(name, LocalDateTime.class));
    }
}

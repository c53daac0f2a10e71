package io.tollgate.products.product.store;

import io.tollgate.products.product.Product;
import io.tollgate.products.product.ProductId;
import io.tollgate.products.product.Products;
import io.tollgate.products.product.SkuTaken;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The products in their table. */
@Repository
class R2dbcProducts implements Products {
    private static final String COLUMNS =
            "id, version, sku, name, description, price_amount, price_currency, published_at";
    private static final String INSERT =
            """
            INSERT INTO product
                (id, version, sku, sku_key, name, description, price_amount, price_currency, published_at)
            VALUES (:id, :version, :sku, :skuKey, :name, :description, :amount, :currency, :publishedAt)
            """;
    private static final String FIND = "SELECT " + COLUMNS + " FROM product WHERE id = :id";
    private static final String LIST = "SELECT " + COLUMNS
            + " FROM product WHERE id > :after ORDER BY id OFFSET 0 ROWS FETCH NEXT :limit ROWS ONLY";
    private static final ProductId BEFORE_ALL = new ProductId("");

    private final DatabaseClient database;

    R2dbcProducts(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(Product product) {
        return ProductRow.write(database.sql(INSERT), product)
                .then()
                .onErrorMap(DuplicateKeyException.class, taken -> new SkuTaken(product.sku()));
    }

    @Override
    public Mono<Product> find(ProductId id) {
        return database.sql(FIND).bind("id", id.value()).map(ProductRow::read).one();
    }

    @Override
    public Flux<Product> list(int limit, Optional<ProductId> after) {
        return database.sql(LIST)
                .bind("after", after.orElse(BEFORE_ALL).value())
                .bind("limit", limit)
                .map(ProductRow::read)
                .all();
    }
}

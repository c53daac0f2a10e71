package io.tollgate.products.product.store;

import io.tollgate.database.UtcDateTime;
import io.tollgate.products.product.Position;
import io.tollgate.products.product.Product;
import io.tollgate.products.product.ProductId;
import io.tollgate.products.product.ProductQuery;
import io.tollgate.products.product.ProductStale;
import io.tollgate.products.product.Products;
import io.tollgate.products.product.SkuTaken;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The products in their table. */
@Repository
class R2dbcProducts implements Products {
    static final String COLUMNS =
            "id, version, status, sku, name, document, created_at, updated_at, published_at, retired_at";
    private static final String INSERT =
            """
            INSERT INTO product
                (id, version, status, sku, sku_key, name, name_key, document, price_amount, price_currency,
                reprice_at, created_at, updated_at, published_at, retired_at, listed_at)
            VALUES (:id, :version, :status, :sku, :skuKey, :name, :nameKey, :document, :amount, :currency,
                :repriceAt, :createdAt, :updatedAt, :publishedAt, :retiredAt, :listedAt)
            """;
    private static final String UPDATE =
            """
            UPDATE product
            SET version = :version, status = :status, sku = :sku, sku_key = :skuKey, name = :name, name_key = :nameKey,
                document = :document, price_amount = :amount, price_currency = :currency, reprice_at = :repriceAt,
                updated_at = :updatedAt, published_at = :publishedAt, retired_at = :retiredAt, listed_at = :listedAt
            WHERE id = :id AND version = :version - 1
            """;
    private static final String FIND = "SELECT " + COLUMNS + " FROM product WHERE id = :id";
    private static final String FIND_BY_SKU = "SELECT " + COLUMNS + " FROM product WHERE sku_key IN (:keys)";
    private static final String DUE = "SELECT " + COLUMNS
            + " FROM product WHERE reprice_at <= :now ORDER BY reprice_at OFFSET 0 ROWS FETCH NEXT :limit ROWS ONLY";
    private static final String PUBLISHED = "SELECT " + COLUMNS
            + " FROM product WHERE id > :after AND status <> 'DRAFT' ORDER BY id"
            + " OFFSET 0 ROWS FETCH NEXT :limit ROWS ONLY";

    private final DatabaseClient database;
    private final Terms terms;
    private final ProductSearch search;

    R2dbcProducts(DatabaseClient database, Terms terms, ProductSearch search) {
        this.database = database;
        this.terms = terms;
        this.search = search;
    }

    @Override
    public Mono<Void> add(Product product) {
        return ProductRow.write(database.sql(INSERT), product)
                .bind("createdAt", UtcDateTime.toColumn(product.times().created()))
                .then()
                .onErrorMap(
                        DuplicateKeyException.class,
                        taken -> new SkuTaken(product.content().sku()))
                .then(Mono.defer(() -> terms.add(product)));
    }

    @Override
    public Mono<Void> update(Product next) {
        return ProductRow.write(database.sql(UPDATE), next)
                .fetch()
                .rowsUpdated()
                .onErrorMap(
                        DuplicateKeyException.class,
                        taken -> new SkuTaken(next.content().sku()))
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new ProductStale(next.id())))
                .then(Mono.defer(() -> terms.replace(next)));
    }

    @Override
    public Mono<Product> find(ProductId id) {
        return database.sql(FIND).bind("id", id.value()).map(ProductRow::read).one();
    }

    @Override
    public Flux<Product> findBySku(Collection<String> skus) {
        return database.sql(FIND_BY_SKU)
                .bind("keys", skus.stream().map(ProductRow::skuKey).toList())
                .map(ProductRow::read)
                .all();
    }

    @Override
    public Flux<Product> list(ProductQuery query, int limit, Optional<Position> after) {
        return search.list(query, limit, after);
    }

    @Override
    public Flux<Product> dueForRepricing(Instant now, int limit) {
        return database.sql(DUE)
                .bind("now", UtcDateTime.toColumn(now))
                .bind("limit", limit)
                .map(ProductRow::read)
                .all();
    }

    @Override
    public Flux<Product> published(Optional<ProductId> after, int limit) {
        return database.sql(PUBLISHED)
                .bind("after", after.map(ProductId::value).orElse(""))
                .bind("limit", limit)
                .map(ProductRow::read)
                .all();
    }
}

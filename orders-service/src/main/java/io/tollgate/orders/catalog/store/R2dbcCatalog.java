package io.tollgate.orders.catalog.store;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.database.VersionConflict;
import io.tollgate.orders.catalog.Catalog;
import io.tollgate.orders.catalog.CatalogEntry;
import io.tollgate.orders.catalog.Offer;
import io.tollgate.orders.catalog.ProductId;
import io.tollgate.values.Money;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The copy of the catalog in its table. */
@Repository
class R2dbcCatalog implements Catalog {
    private static final String FIND =
            """
            SELECT product_id, version, name, price_amount, price_currency, as_of
            FROM catalog_entry WHERE product_id IN (:ids)
            """;
    private static final String AS_OF = "SELECT MAX(as_of) AS as_of FROM catalog_entry";
    private static final String ADD =
            """
            INSERT INTO catalog_entry (product_id, version, name, price_amount, price_currency, as_of)
            VALUES (:id, :version, :name, :amount, :currency, :asOf)
            """;
    private static final String REPLACE =
            """
            UPDATE catalog_entry
            SET version = :version, name = :name, price_amount = :amount, price_currency = :currency, as_of = :asOf
            WHERE product_id = :id AND version = :known
            """;

    private final DatabaseClient database;

    R2dbcCatalog(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<CatalogEntry> find(ProductId id) {
        return findAll(List.of(id)).next();
    }

    @Override
    public Flux<CatalogEntry> findAll(Collection<ProductId> ids) {
        return database.sql(FIND)
                .bind("ids", ids.stream().map(ProductId::value).toList())
                .map(R2dbcCatalog::read)
                .all();
    }

    @Override
    public Mono<Instant> asOf() {
        return database.sql(AS_OF)
                .map(row -> Optional.ofNullable(row.get("as_of", LocalDateTime.class)))
                .one()
                .flatMap(Mono::justOrEmpty)
                .map(UtcDateTime::fromColumn);
    }

    @Override
    public Mono<Void> add(CatalogEntry entry) {
        return bind(ADD, entry).then().onErrorMap(DuplicateKeyException.class, raced -> conflict(entry, 0));
    }

    @Override
    public Mono<Void> replace(CatalogEntry known, CatalogEntry entry) {
        return bind(REPLACE, entry)
                .bind("known", known.version())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> conflict(entry, known.version())))
                .then();
    }

    private GenericExecuteSpec bind(String sql, CatalogEntry entry) {
        return database.sql(sql)
                .bind("id", entry.productId().value())
                .bind("version", entry.version())
                .bind("name", Parameters.in(R2dbcType.NVARCHAR, name(entry)))
                .bind(
                        "amount",
                        Parameters.in(
                                R2dbcType.BIGINT,
                                price(entry).map(Money::amount).orElse(null)))
                .bind("currency", Parameters.in(R2dbcType.NVARCHAR, currency(entry)))
                .bind("asOf", UtcDateTime.toColumn(entry.asOf()));
    }

    private static CatalogEntry read(Readable row) {
        return new CatalogEntry(
                new ProductId(row.get("product_id", String.class)),
                row.get("version", Long.class),
                Optional.ofNullable(row.get("name", String.class)).map(name -> new Offer(name, price(row))),
                UtcDateTime.fromColumn(row.get("as_of", LocalDateTime.class)));
    }

    private static Money price(Readable row) {
        return Money.of(row.get("price_amount", Long.class), row.get("price_currency", String.class));
    }

    private static String name(CatalogEntry entry) {
        return entry.offer().map(Offer::name).orElse(null);
    }

    private static Optional<Money> price(CatalogEntry entry) {
        return entry.offer().map(Offer::price);
    }

    private static String currency(CatalogEntry entry) {
        return price(entry).map(price -> price.currency().getCurrencyCode()).orElse(null);
    }

    private static VersionConflict conflict(CatalogEntry entry, long expected) {
        return new VersionConflict("catalog entry", entry.productId().value(), expected);
    }
}

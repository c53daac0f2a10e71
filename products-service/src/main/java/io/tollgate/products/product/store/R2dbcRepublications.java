package io.tollgate.products.product.store;

import io.r2dbc.spi.Readable;
import io.tollgate.database.VersionConflict;
import io.tollgate.products.product.ProductId;
import io.tollgate.products.product.Republication;
import io.tollgate.products.product.Republications;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The one republication in its one row. */
@Repository
class R2dbcRepublications implements Republications {
    private static final String NAME = "catalog";
    private static final String FIND = "SELECT version, running, again, after_id FROM republication WHERE name = :name";
    private static final String UPDATE =
            """
            UPDATE republication SET version = :version, running = :running, again = :again, after_id = :after
            WHERE name = :name AND version = :version - 1
            """;

    private final DatabaseClient database;

    R2dbcRepublications(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Republication> current() {
        return database.sql(FIND)
                .bind("name", NAME)
                .map(R2dbcRepublications::read)
                .one();
    }

    @Override
    public Mono<Void> update(Republication next) {
        GenericExecuteSpec bound = database.sql(UPDATE)
                .bind("name", NAME)
                .bind("version", next.version())
                .bind("running", next.running())
                .bind("again", next.again());
        return next.after()
                .map(id -> bound.bind("after", id.value()))
                .orElseGet(() -> bound.bindNull("after", String.class))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new VersionConflict("republication", NAME, next.version() - 1)))
                .then();
    }

    private static Republication read(Readable row) {
        return new Republication(
                row.get("version", Long.class),
                row.get("running", Boolean.class),
                Optional.ofNullable(row.get("after_id", String.class)).map(ProductId::new),
                row.get("again", Boolean.class));
    }
}

package io.tollgate.users.erasure.store;

import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.users.erasure.Erasure;
import io.tollgate.users.erasure.Erasure.Receipt;
import io.tollgate.users.erasure.Erasures;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Erasures on SQL. */
@Component
class R2dbcErasures implements Erasures {
    private static final String INSERT =
            """
            INSERT INTO erasure (user_id, user_version, erased_at, repeat_at)
            VALUES (:user, :version, :erasedAt, :repeatAt)
            """;
    private static final String FIND = "SELECT user_id, user_version, erased_at FROM erasure WHERE user_id = :user";
    private static final String HOLD = "UPDATE erasure SET user_version = user_version WHERE user_id = :user";
    private static final String RECEIPTS =
            "SELECT publisher, items, completed_at FROM erasure_receipt WHERE user_id = :user ORDER BY publisher";
    private static final String KEEP =
            """
            INSERT INTO erasure_receipt (user_id, publisher, items, completed_at)
            SELECT :user, :publisher, :items, :completedAt
            WHERE NOT EXISTS (SELECT 1 FROM erasure_receipt WHERE user_id = :user AND publisher = :publisher)
            """;
    private static final String COMPLETE =
            "UPDATE erasure SET completed_at = :now WHERE user_id = :user AND completed_at IS NULL";
    private static final String DUE =
            """
            SELECT TOP (:limit) user_id FROM erasure
            WHERE completed_at IS NULL AND repeat_at <= :now ORDER BY repeat_at
            """;
    private static final String POSTPONE =
            """
            UPDATE erasure SET repeat_at = :until
            WHERE user_id = :user AND completed_at IS NULL AND repeat_at <= :now
            """;

    private final DatabaseClient database;

    R2dbcErasures(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(Erasure erasure, Instant repeatAt) {
        return about(INSERT, erasure.userId())
                .bind("version", erasure.userVersion())
                .bind("erasedAt", UtcDateTime.toColumn(erasure.erasedAt()))
                .bind("repeatAt", UtcDateTime.toColumn(repeatAt))
                .then();
    }

    @Override
    public Mono<Erasure> find(String userId) {
        return about(RECEIPTS, userId)
                .map(R2dbcErasures::receipt)
                .all()
                .collectList()
                .flatMap(receipts ->
                        about(FIND, userId).map(row -> erasure(row, receipts)).one());
    }

    @Override
    public Mono<Erasure> hold(String userId) {
        return about(HOLD, userId).then().then(Mono.defer(() -> find(userId)));
    }

    @Override
    public Mono<Void> keep(String userId, Receipt receipt) {
        return about(KEEP, userId)
                .bind("publisher", receipt.publisher())
                .bind("items", receipt.items())
                .bind("completedAt", UtcDateTime.toColumn(receipt.completedAt()))
                .then();
    }

    @Override
    public Mono<Void> complete(String userId, Instant now) {
        return about(COMPLETE, userId).bind("now", UtcDateTime.toColumn(now)).then();
    }

    @Override
    public Flux<String> due(Instant now, int limit) {
        return database.sql(DUE)
                .bind("limit", limit)
                .bind("now", UtcDateTime.toColumn(now))
                .map(row -> row.get("user_id", String.class))
                .all();
    }

    @Override
    public Mono<Boolean> postpone(String userId, Instant now, Instant until) {
        return about(POSTPONE, userId)
                .bind("now", UtcDateTime.toColumn(now))
                .bind("until", UtcDateTime.toColumn(until))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private GenericExecuteSpec about(String sql, String userId) {
        return database.sql(sql).bind("user", userId);
    }

    private static Erasure erasure(Readable row, List<Receipt> receipts) {
        return new Erasure(
                row.get("user_id", String.class),
                row.get("user_version", Long.class),
                UtcDateTime.fromColumn(row.get("erased_at", LocalDateTime.class)),
                receipts);
    }

    private static Receipt receipt(Readable row) {
        return new Receipt(
                row.get("publisher", String.class),
                row.get("items", Long.class),
                UtcDateTime.fromColumn(row.get("completed_at", LocalDateTime.class)));
    }
}

package io.tollgate.workers.erasure.store;

import io.tollgate.database.UtcDateTime;
import io.tollgate.workers.erasure.ErasedUsers;
import io.tollgate.workers.erasure.Erasure;
import io.tollgate.workers.erasure.Erasures;
import io.tollgate.workers.erasure.UserId;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A row for everybody who was erased; it stays. */
@Repository
class R2dbcErasures implements Erasures, ErasedUsers {
    private static final String REOPEN =
            """
            UPDATE erased_user SET erased_version = :version, items = items + :items, due_at = :dueAt,
                attempts = attempts + 1, completed_at = NULL
            WHERE user_id = :userId
            """;
    private static final String INSERT =
            """
            INSERT INTO erased_user (user_id, erased_version, items, due_at, attempts)
            VALUES (:userId, :version, :items, :dueAt, 0)
            """;
    private static final String DUE =
            """
            SELECT user_id FROM erased_user WHERE completed_at IS NULL AND due_at <= :now
            ORDER BY due_at OFFSET 0 ROWS FETCH NEXT :limit ROWS ONLY
            """;
    private static final String CLAIM =
            """
            UPDATE erased_user SET due_at = :until, attempts = attempts + 1
            WHERE user_id = :userId AND completed_at IS NULL AND due_at <= :now
            """;
    private static final String FIND =
            "SELECT user_id, erased_version, items, attempts FROM erased_user WHERE user_id = :userId";
    private static final String COUNT =
            "UPDATE erased_user SET items = items + :items WHERE user_id = :userId AND completed_at IS NULL";
    private static final String COMPLETE =
            """
            UPDATE erased_user SET completed_at = :now, items = 0
            WHERE user_id = :userId AND completed_at IS NULL AND attempts = :attempt
            """;

    private final DatabaseClient database;

    R2dbcErasures(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Boolean> has(String userId) {
        return database.sql(FIND).bind("userId", userId).map(row -> true).one().defaultIfEmpty(false);
    }

    @Override
    public Mono<Void> open(UserId userId, long version, long items, Instant dueAt) {
        return write(REOPEN, userId, version, items, dueAt)
                .filter(rows -> rows == 0)
                .flatMap(unknown -> write(INSERT, userId, version, items, dueAt))
                .then();
    }

    @Override
    public Flux<UserId> due(Instant now, int limit) {
        return database.sql(DUE)
                .bind("now", UtcDateTime.toColumn(now))
                .bind("limit", limit)
                .map(row -> new UserId(row.get("user_id", String.class)))
                .all();
    }

    @Override
    public Mono<Erasure> claim(UserId userId, Instant now, Instant until) {
        return database.sql(CLAIM)
                .bind("userId", userId.value())
                .bind("now", UtcDateTime.toColumn(now))
                .bind("until", UtcDateTime.toColumn(until))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(mine -> find(userId));
    }

    @Override
    public Mono<Void> count(Erasure erasure, long items) {
        return database.sql(COUNT)
                .bind("userId", erasure.userId().value())
                .bind("items", items)
                .then();
    }

    @Override
    public Mono<Boolean> complete(Erasure erasure, Instant now) {
        return database.sql(COMPLETE)
                .bind("userId", erasure.userId().value())
                .bind("attempt", erasure.attempt())
                .bind("now", UtcDateTime.toColumn(now))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Mono<Erasure> find(UserId userId) {
        return database.sql(FIND)
                .bind("userId", userId.value())
                .map(row -> new Erasure(
                        userId,
                        row.get("erased_version", Long.class),
                        row.get("items", Long.class),
                        row.get("attempts", Integer.class)))
                .one();
    }

    private Mono<Long> write(String sql, UserId userId, long version, long items, Instant dueAt) {
        return database.sql(sql)
                .bind("userId", userId.value())
                .bind("version", version)
                .bind("items", items)
                .bind("dueAt", UtcDateTime.toColumn(dueAt))
                .fetch()
                .rowsUpdated();
    }
}

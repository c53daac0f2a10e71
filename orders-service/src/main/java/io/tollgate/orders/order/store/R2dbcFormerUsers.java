package io.tollgate.orders.order.store;

import io.tollgate.database.UtcDateTime;
import io.tollgate.orders.order.FormerUsers;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A row for everybody who was erased; it stays. */
@Repository
class R2dbcFormerUsers implements FormerUsers {
    private static final String AGAIN = "UPDATE erased_user SET look_again_at = :at WHERE user_id = :userId";
    private static final String INSERT = "INSERT INTO erased_user (user_id, look_again_at) VALUES (:userId, :at)";
    private static final String DUE =
            """
            SELECT user_id FROM erased_user WHERE look_again_at <= :now
            ORDER BY look_again_at OFFSET 0 ROWS FETCH NEXT :limit ROWS ONLY
            """;
    private static final String LOOKED = "UPDATE erased_user SET look_again_at = NULL WHERE user_id = :userId";

    private final DatabaseClient database;

    R2dbcFormerUsers(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(String userId, Instant lookAgainAt) {
        return write(AGAIN, userId, lookAgainAt)
                .filter(rows -> rows == 0)
                .flatMap(unknown -> write(INSERT, userId, lookAgainAt))
                .then();
    }

    @Override
    public Flux<String> due(Instant now, int limit) {
        return database.sql(DUE)
                .bind("now", UtcDateTime.toColumn(now))
                .bind("limit", limit)
                .map(row -> row.get("user_id", String.class))
                .all();
    }

    @Override
    public Mono<Void> lookedAgain(String userId) {
        return database.sql(LOOKED).bind("userId", userId).then();
    }

    private Mono<Long> write(String sql, String userId, Instant at) {
        return database.sql(sql)
                .bind("userId", userId)
                .bind("at", UtcDateTime.toColumn(at))
                .fetch()
                .rowsUpdated();
    }
}

package io.tollgate.http.idempotency;

import io.tollgate.database.UtcDateTime;
import io.tollgate.http.StoredAnswers;
import java.time.Clock;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Takes a user's rows out of the table of keys. */
final class AnswersOfUsers implements StoredAnswers {
    private static final String ERASE =
            """
            DELETE FROM idempotency_record
            WHERE user_id = :user AND (answer_status IS NOT NULL OR shown_key_id IS NOT NULL)
            """;
    // The user's own closure is such a request: without its row its work would be undone.
    private static final String SHORTEN =
            "UPDATE idempotency_record SET expires_at = :soon WHERE user_id = :user AND expires_at > :soon";

    private final DatabaseClient database;
    private final IdempotencyProperties properties;
    private final Clock clock;

    AnswersOfUsers(DatabaseClient database, IdempotencyProperties properties, Clock clock) {
        this.database = database;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Mono<Long> eraseUser(String userId) {
        return database.sql(ERASE).bind("user", userId).fetch().rowsUpdated().flatMap(erased -> shorten(userId)
                .thenReturn(erased));
    }

    private Mono<Long> shorten(String userId) {
        return database.sql(SHORTEN)
                .bind("user", userId)
                .bind("soon", UtcDateTime.toColumn(clock.instant().plus(properties.lease())))
                .fetch()
                .rowsUpdated();
    }
}

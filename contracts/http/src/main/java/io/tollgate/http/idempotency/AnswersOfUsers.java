package io.tollgate.http.idempotency;

import io.tollgate.database.UtcDateTime;
import io.tollgate.http.StoredAnswers;
import java.time.Clock;
import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Takes a user's rows out of the table of keys. */
final class AnswersOfUsers implements StoredAnswers {
    private static final String ERASE =
            """
            DELETE FROM idempotency_record
            WHERE user_id = :user AND (answer_status IS NOT NULL OR shown_key_id IS NOT NULL)
            """;
    // Whose requests are still at work now, the closure itself for one, have no row yet: this one outlives them.
    private static final String MARK =
            """
            INSERT INTO idempotency_record (id, client_id, user_id, fingerprint, claim_token, lease_until, expires_at)
            VALUES (:mark, '-', :user, '-', '-', :now, :expires)
            """;
    private static final String UNMARK = "DELETE FROM idempotency_record WHERE id = :mark";
    private static final String SWEEP =
            """
            DELETE FROM idempotency_record
            WHERE user_id IN (SELECT user_id FROM idempotency_record WHERE id LIKE 'erased %')
              AND (answer_status IS NOT NULL OR shown_key_id IS NOT NULL)
            """;

    private final DatabaseClient database;
    private final Duration keep;
    private final Clock clock;

    AnswersOfUsers(DatabaseClient database, Duration keep, Clock clock) {
        this.database = database;
        this.keep = keep;
        this.clock = clock;
    }

    @Override
    public Mono<Long> eraseUser(String userId) {
        return database.sql(ERASE).bind("user", userId).fetch().rowsUpdated().flatMap(erased -> mark(userId)
                .thenReturn(erased));
    }

    /** What was answered to requests that had not ended when their users were erased. */
    Mono<Long> sweep() {
        return database.sql(SWEEP).fetch().rowsUpdated();
    }

    private Mono<Void> mark(String userId) {
        String mark = "erased " + userId;
        return database.sql(UNMARK)
                .bind("mark", mark)
                .then()
                .then(database.sql(MARK)
                        .bind("mark", mark)
                        .bind("user", userId)
                        .bind("now", UtcDateTime.toColumn(clock.instant()))
                        .bind("expires", UtcDateTime.toColumn(clock.instant().plus(keep)))
                        .then());
    }
}

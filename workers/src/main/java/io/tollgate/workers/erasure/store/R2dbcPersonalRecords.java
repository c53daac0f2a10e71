package io.tollgate.workers.erasure.store;

import io.tollgate.database.UtcDateTime;
import io.tollgate.workers.erasure.PersonalRecords;
import io.tollgate.workers.erasure.UserId;
import java.time.Clock;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tables that have an address in them. */
@Repository
class R2dbcPersonalRecords implements PersonalRecords {
    private static final String MAILS =
            """
            UPDATE mail_intent SET state = 'ERASED', claim = NULL, address = NULL, name = NULL, subject = NULL,
                body = NULL, changed_at = :now
            WHERE user_id = :userId AND state = 'PENDING'
            """;
    // Without its address it cannot be booked any more; whatever the carrier has booked meanwhile is taken back.
    private static final String SHIPMENTS =
            """
            UPDATE shipment SET state = 'CANCEL_REQUESTED', version = version + 1, parcel = NULL, due_at = :now,
                changed_at = :now
            WHERE user_id = :userId AND state = 'BOOKING'
            """;

    private final DatabaseClient database;
    private final Clock clock;

    R2dbcPersonalRecords(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<Long> erase(UserId userId) {
        return Flux.just(MAILS, SHIPMENTS).concatMap(sql -> erase(sql, userId)).reduce(0L, Long::sum);
    }

    private Mono<Long> erase(String sql, UserId userId) {
        return database.sql(sql)
                .bind("userId", userId.value())
                .bind("now", UtcDateTime.toColumn(clock.instant()))
                .fetch()
                .rowsUpdated();
    }
}

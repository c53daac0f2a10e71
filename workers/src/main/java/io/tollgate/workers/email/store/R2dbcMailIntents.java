package io.tollgate.workers.email.store;

import io.tollgate.database.UtcDateTime;
import io.tollgate.telemetry.ResumableTraces;
import io.tollgate.values.Ids;
import io.tollgate.workers.email.Mail;
import io.tollgate.workers.email.MailIntent;
import io.tollgate.workers.email.MailIntents;
import io.tollgate.workers.email.NotificationId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The mails in their table; one conditional update claims those that are due. */
@Repository
class R2dbcMailIntents implements MailIntents {
    private static final String IS_KNOWN =
            "SELECT notification_id FROM mail_intent WHERE notification_id = :notificationId";
    private static final String INSERT =
            """
            INSERT INTO mail_intent (notification_id, order_id, user_id, template, reason, state, attempts,
                next_attempt_at, traceparent, expires_at, changed_at)
            VALUES (:notificationId, :orderId, :userId, :template, :reason, 'PENDING', 0,
                :dueAt, :traceparent, :expiresAt, :now)
            """;
    // The condition is said twice: two claimers may choose the same row, and only one of them may get it.
    private static final String CLAIM =
            """
            UPDATE mail_intent SET claim = :claim, next_attempt_at = :until
            WHERE state = 'PENDING' AND next_attempt_at <= :now AND notification_id IN (
                SELECT TOP (50) notification_id FROM mail_intent
                WHERE state = 'PENDING' AND next_attempt_at <= :now
                ORDER BY next_attempt_at)
            """;
    private static final String CLAIMED =
            """
            SELECT notification_id, order_id, user_id, template, reason, state, attempts, next_attempt_at, claim,
                refusal, traceparent, expires_at
            FROM mail_intent WHERE claim = :claim AND state = 'PENDING'
            """;
    private static final String UPDATE =
            """
            UPDATE mail_intent SET state = :state, attempts = :attempts, next_attempt_at = :nextAttemptAt,
                refusal = :refusal, claim = NULL, changed_at = :now
            WHERE notification_id = :notificationId AND claim = :claim
            """;

    private final DatabaseClient database;
    private final ResumableTraces traces;
    private final Ids ids;
    private final Clock clock;

    R2dbcMailIntents(DatabaseClient database, ResumableTraces traces, Ids ids, Clock clock) {
        this.database = database;
        this.traces = traces;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Mono<Void> add(Mail mail, Instant dueAt, Instant expiresAt) {
        return isKnown(mail.notificationId())
                .filter(known -> !known)
                .flatMap(unknown -> traces.here())
                .flatMap(trace -> insert(mail, dueAt, expiresAt, trace));
    }

    @Override
    public Flux<MailIntent> claim(Instant now, Instant until) {
        String claim = ids.uuid().toString();
        return database.sql(CLAIM)
                .bind("claim", claim)
                .bind("until", UtcDateTime.toColumn(until))
                .bind("now", UtcDateTime.toColumn(now))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows > 0)
                .flatMapMany(rows -> claimed(claim));
    }

    @Override
    public Mono<Void> keep(MailIntent intent) {
        GenericExecuteSpec statement = database.sql(UPDATE)
                .bind("notificationId", intent.mail().notificationId().value())
                .bind("claim", intent.handle().claim())
                .bind("state", intent.state().name())
                .bind("attempts", intent.attempts())
                .bind("nextAttemptAt", UtcDateTime.toColumn(intent.nextAttemptAt()))
                .bind("now", UtcDateTime.toColumn(clock.instant()));
        return bind(statement, "refusal", intent.refusal()).then();
    }

    private Mono<Boolean> isKnown(NotificationId id) {
        return database.sql(IS_KNOWN)
                .bind("notificationId", id.value())
                .mapValue(String.class)
                .one()
                .hasElement();
    }

    private Mono<Void> insert(Mail mail, Instant dueAt, Instant expiresAt, Optional<String> trace) {
        GenericExecuteSpec statement = database.sql(INSERT)
                .bind("notificationId", mail.notificationId().value())
                .bind("orderId", mail.orderId().value())
                .bind("userId", mail.userId().value())
                .bind("template", mail.template())
                .bind("dueAt", UtcDateTime.toColumn(dueAt))
                .bind("expiresAt", UtcDateTime.toColumn(expiresAt))
                .bind("now", UtcDateTime.toColumn(clock.instant()));
        return bind(bind(statement, "reason", mail.reason()), "traceparent", trace)
                .then();
    }

    private Flux<MailIntent> claimed(String claim) {
        return database.sql(CLAIMED).bind("claim", claim).map(MailRow::read).all();
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec statement, String name, Optional<String> value) {
        return value.map(text -> statement.bind(name, text)).orElseGet(() -> statement.bindNull(name, String.class));
    }
}

package io.tollgate.workers.email.store;

import io.tollgate.database.AfterCommit;
import io.tollgate.database.UtcDateTime;
import io.tollgate.telemetry.ResumableTraces;
import io.tollgate.values.Ids;
import io.tollgate.workers.email.ClaimedMail;
import io.tollgate.workers.email.Letter;
import io.tollgate.workers.email.MailIntent;
import io.tollgate.workers.email.MailIntents;
import io.tollgate.workers.email.MailSignal;
import io.tollgate.workers.email.NotificationId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The mails in their table; one conditional update claims one that is due. */
@Repository
class R2dbcMailIntents implements MailIntents {
    private final DatabaseClient database;
    private final MailSignal signal;
    private final ResumableTraces traces;
    private final Ids ids;
    private final Clock clock;

    R2dbcMailIntents(DatabaseClient database, MailSignal signal, ResumableTraces traces, Ids ids, Clock clock) {
        this.database = database;
        this.signal = signal;
        this.traces = traces;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Mono<Void> add(MailIntent intent, Optional<Letter> letter) {
        return isKnown(intent.id())
                .filter(known -> !known)
                .flatMap(unknown -> traces.here())
                .flatMap(trace -> insert(intent, letter, trace).then(AfterCommit.run(() -> signal.wake(intent.id()))));
    }

    @Override
    public Flux<NotificationId> due(Instant now, int limit) {
        return database.sql(MailSql.DUE)
                .bind("limit", limit)
                .bind("now", UtcDateTime.toColumn(now))
                .map(MailRow::id)
                .all();
    }

    @Override
    public Mono<ClaimedMail> claim(NotificationId id, Instant now, Instant until) {
        String claim = ids.uuid().toString();
        return database.sql(MailSql.CLAIM)
                .bind("id", id.value())
                .bind("claim", claim)
                .bind("until", UtcDateTime.toColumn(until))
                .bind("now", UtcDateTime.toColumn(now))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(ours -> claimed(id, claim));
    }

    @Override
    public Mono<Void> keep(ClaimedMail claimed, MailIntent outcome) {
        boolean again = outcome.state() == MailIntent.State.PENDING;
        GenericExecuteSpec statement = database.sql(again ? MailSql.AGAIN : MailSql.END)
                .bind("id", outcome.id().value())
                .bind("claim", claimed.claim())
                .bind("attempts", outcome.attempts())
                .bind("now", now());
        return (again
                        ? statement.bind("nextAttemptAt", UtcDateTime.toColumn(outcome.nextAttemptAt()))
                        : statement.bind("state", outcome.state().name()).bind("refusal", text(outcome.refusal())))
                .then();
    }

    private Mono<Boolean> isKnown(NotificationId id) {
        return database.sql(MailSql.IS_KNOWN)
                .bind("id", id.value())
                .mapValue(String.class)
                .one()
                .hasElement();
    }

    private Mono<Void> insert(MailIntent intent, Optional<Letter> letter, Optional<String> trace) {
        return database.sql(MailSql.INSERT)
                .bind("id", intent.id().value())
                .bind("userId", intent.userId().value())
                .bind("template", intent.template())
                .bind("address", text(letter, it -> it.recipient().address()))
                .bind("name", text(letter, it -> it.recipient().name()))
                .bind("subject", text(letter, Letter::subject))
                .bind("body", text(letter, Letter::text))
                .bind("state", intent.state().name())
                .bind("attempts", intent.attempts())
                .bind("nextAttemptAt", UtcDateTime.toColumn(intent.nextAttemptAt()))
                .bind("refusal", text(intent.refusal()))
                .bind("traceparent", text(trace))
                .bind("expiresAt", UtcDateTime.toColumn(intent.expiresAt()))
                .bind("now", now())
                .then();
    }

    private Mono<ClaimedMail> claimed(NotificationId id, String claim) {
        return database.sql(MailSql.CLAIMED)
                .bind("id", id.value())
                .bind("claim", claim)
                .map(MailRow::read)
                .one();
    }

    private LocalDateTime now() {
        return UtcDateTime.toColumn(clock.instant());
    }

    private static Parameter text(Optional<Letter> letter, Function<Letter, String> part) {
        return text(letter.map(part));
    }

    private static Parameter text(Optional<String> value) {
        return Parameter.fromOrEmpty(value.orElse(null), String.class);
    }
}

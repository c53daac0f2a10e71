package io.tollgate.payments.payment.store;

import io.tollgate.database.AfterCommit;
import io.tollgate.database.UtcDateTime;
import io.tollgate.payments.payment.Intent;
import io.tollgate.payments.payment.IntentKey;
import io.tollgate.payments.payment.IntentSignal;
import io.tollgate.payments.payment.IntentTraces;
import io.tollgate.payments.payment.Intents;
import io.tollgate.payments.payment.PaymentId;
import io.tollgate.payments.payment.RefundId;
import io.tollgate.payments.payment.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The intents in their table. */
@Repository
class R2dbcIntents implements Intents {
    private final DatabaseClient database;
    private final IntentSignal signal;
    private final IntentTraces traces;
    private final Clock clock;

    R2dbcIntents(DatabaseClient database, IntentSignal signal, IntentTraces traces, Clock clock) {
        this.database = database;
        this.signal = signal;
        this.traces = traces;
        this.clock = clock;
    }

    @Override
    public Mono<Void> open(IntentKey key, Optional<Secret> secret) {
        return traces.here()
                .flatMap(trace -> insert(key, secret, trace))
                .then(Mono.defer(() -> AfterCommit.run(() -> signal.wake(key))));
    }

    private Mono<Void> insert(IntentKey key, Optional<Secret> secret, Optional<String> trace) {
        return bind(IntentSql.INSERT, key)
                .bind("secret", text(secret.map(Secret::value)))
                .bind("trace", text(trace))
                .bind("now", now())
                .then();
    }

    @Override
    public Flux<IntentKey> due(int limit) {
        return database.sql(IntentSql.DUE)
                .bind("now", now())
                .bind("limit", limit)
                .map(IntentRow::key)
                .all();
    }

    @Override
    public Mono<Intent> claim(IntentKey key, Duration forAtMost) {
        return bind(IntentSql.CLAIM, key)
                .bind("now", now())
                .bind("until", UtcDateTime.toColumn(clock.instant().plus(forAtMost)))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(ours -> bind(IntentSql.READ, key).map(IntentRow::read).one());
    }

    @Override
    public Mono<Void> taking(IntentKey key) {
        return bind(IntentSql.TAKING, key).bind("now", now()).then();
    }

    @Override
    public Mono<Void> postpone(IntentKey key, Duration pause) {
        LocalDateTime due = UtcDateTime.toColumn(clock.instant().plus(pause));
        return bind(IntentSql.POSTPONE, key).bind("due", due).then();
    }

    @Override
    public Mono<Void> giveBack(IntentKey key, Duration pause) {
        LocalDateTime due = UtcDateTime.toColumn(clock.instant().plus(pause));
        return bind(IntentSql.GIVE_BACK, key).bind("due", due).then();
    }

    @Override
    public Mono<Void> hasten(PaymentId paymentId) {
        return database.sql(IntentSql.HASTEN)
                .bind("paymentId", paymentId.value())
                .bind("now", now())
                .then();
    }

    @Override
    public Mono<Void> settle(IntentKey key) {
        return bind(IntentSql.SETTLE, key).bind("now", now()).then();
    }

    @Override
    public Mono<Backlog> backlog() {
        return database.sql(IntentSql.BACKLOG).map(IntentRow::backlog).one();
    }

    private GenericExecuteSpec bind(String sql, IntentKey key) {
        return database.sql(sql)
                .bind("paymentId", key.paymentId().value())
                .bind("step", key.step().name())
                .bind("refundId", key.refund().map(RefundId::value).orElse(""));
    }

    private LocalDateTime now() {
        return UtcDateTime.toColumn(clock.instant());
    }

    private static Parameter text(Optional<String> value) {
        return Parameter.fromOrEmpty(value.orElse(null), String.class);
    }
}

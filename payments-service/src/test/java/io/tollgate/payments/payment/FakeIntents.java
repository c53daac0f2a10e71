package io.tollgate.payments.payment;

import io.tollgate.values.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Intents in a map, with the promises of the real ones. */
final class FakeIntents implements Intents {
    private static final class Row {
        private Optional<Secret> secret = Optional.empty();
        private Instant due;
        private Instant claimedUntil = Instant.EPOCH;
        private Instant takenAt;
        private int attempts;
        private boolean settled;
    }

    private final Map<IntentKey, Row> rows = new LinkedHashMap<>();
    private final FakePayments payments;
    private final Clock clock;

    FakeIntents(FakePayments payments, Clock clock) {
        this.payments = payments;
        this.clock = clock;
    }

    @Override
    public Mono<Void> open(IntentKey key, Optional<Secret> secret) {
        return Mono.fromRunnable(() -> {
            Row row = new Row();
            row.secret = secret;
            row.due = clock.instant();
            if (rows.putIfAbsent(key, row) != null) {
                throw new IllegalStateException(key + " was opened before");
            }
        });
    }

    @Override
    public Flux<IntentKey> due(int limit) {
        return Flux.defer(() -> Flux.fromIterable(
                rows.keySet().stream().filter(this::isDue).limit(limit).toList()));
    }

    @Override
    public Mono<Intent> claim(IntentKey key, Duration forAtMost) {
        return Mono.just(key)
                .filter(this::isDue)
                .flatMap(ours -> payments.find(key.paymentId()))
                .map(payment -> {
                    Row row = rows.get(key);
                    row.attempts++;
                    row.claimedUntil = clock.instant().plus(forAtMost);
                    row.takenAt = row.takenAt == null ? clock.instant() : row.takenAt;
                    return intent(key, row, payment);
                });
    }

    private Money amount(IntentKey key, Payment payment) {
        return key.refund()
                .map(refund -> payments.refund(refund).block().amount())
                .orElse(key.step() == Step.REFUND ? payment.rest() : payment.total());
    }

    private Intent intent(IntentKey key, Row row, Payment payment) {
        return new Intent(
                key,
                amount(key, payment),
                row.secret,
                payment.authorization(),
                row.attempts,
                row.takenAt,
                payment.decision() == OrderDecision.CANCELED,
                Optional.empty());
    }

    @Override
    public Mono<Void> taking(IntentKey key) {
        return Mono.fromRunnable(() -> rows.get(key).takenAt = clock.instant());
    }

    @Override
    public Mono<Void> postpone(IntentKey key, Duration pause) {
        return Mono.fromRunnable(() -> {
            rows.get(key).due = clock.instant().plus(pause);
            rows.get(key).claimedUntil = Instant.EPOCH;
        });
    }

    @Override
    public Mono<Void> giveBack(IntentKey key, Duration pause) {
        return Mono.fromRunnable(() -> {
            Row row = rows.get(key);
            row.takenAt = row.attempts == 1 ? null : row.takenAt;
            row.attempts--;
            row.due = clock.instant().plus(pause);
            row.claimedUntil = Instant.EPOCH;
        });
    }

    @Override
    public Mono<Void> hasten(PaymentId paymentId) {
        return Mono.fromRunnable(() ->
                rows.forEach((key, row) -> row.due = key.paymentId().equals(paymentId) ? clock.instant() : row.due));
    }

    @Override
    public Mono<Void> settle(IntentKey key) {
        return Mono.fromRunnable(() -> {
            rows.get(key).settled = true;
            rows.get(key).secret = Optional.empty();
        });
    }

    @Override
    public Mono<Backlog> backlog() {
        return Mono.fromSupplier(() ->
                new Backlog(rows.values().stream().filter(row -> !row.settled).count(), Optional.empty()));
    }

    void forgetSecrets() {
        rows.values().forEach(row -> row.secret = Optional.empty());
    }

    boolean isAtRest() {
        return rows.values().stream().allMatch(row -> row.settled);
    }

    private boolean isDue(IntentKey key) {
        Row row = rows.get(key);
        return row != null
                && !row.settled
                && !row.due.isAfter(clock.instant())
                && !row.claimedUntil.isAfter(clock.instant());
    }
}

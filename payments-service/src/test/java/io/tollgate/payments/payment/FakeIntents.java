package io.tollgate.payments.payment;

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
        private Optional<PaymentToken> token = Optional.empty();
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
    public Mono<Void> open(IntentKey key, Optional<PaymentToken> token) {
        return Mono.fromRunnable(() -> {
            Row row = new Row();
            row.token = token;
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

    private static Intent intent(IntentKey key, Row row, Payment payment) {
        return new Intent(
                key,
                payment.terms().orElseThrow().amount(),
                row.token,
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
    public Mono<Void> hasten(PaymentId paymentId) {
        return Mono.fromRunnable(() ->
                rows.forEach((key, row) -> row.due = key.paymentId().equals(paymentId) ? clock.instant() : row.due));
    }

    @Override
    public Mono<Void> settle(IntentKey key) {
        return Mono.fromRunnable(() -> {
            rows.get(key).settled = true;
            rows.get(key).token = Optional.empty();
        });
    }

    @Override
    public Mono<Backlog> backlog() {
        return Mono.fromSupplier(() ->
                new Backlog(rows.values().stream().filter(row -> !row.settled).count(), Optional.empty()));
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

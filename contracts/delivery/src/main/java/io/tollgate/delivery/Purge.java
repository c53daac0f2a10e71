package io.tollgate.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Forgets what was sent and what was received long ago, a little at a time. */
final class Purge {
    static final String LEASE = "purge";
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int AT_ONCE = 1000;

    private final OutboxStore outbox;
    private final Inbox inbox;
    private final Leases leases;
    private final Clock clock;
    private final Retention retention;

    /** How long each is kept. */
    record Retention(Duration sent, Duration received) {}

    Purge(OutboxStore outbox, Inbox inbox, Leases leases, Clock clock, Retention retention) {
        this.outbox = outbox;
        this.inbox = inbox;
        this.leases = leases;
        this.clock = clock;
        this.retention = retention;
    }

    Mono<Duration> round() {
        return Mono.defer(() -> leases.hold(LEASE)).flatMap(lease -> purge()).thenReturn(EVERY);
    }

    private Mono<Void> purge() {
        Instant now = clock.instant();
        return allOf(count -> outbox.purge(count, now.minus(retention.sent())))
                .then(allOf(count -> inbox.purge(count, now.minus(retention.received()))));
    }

    private static Mono<Void> allOf(Function<Integer, Mono<Long>> some) {
        return Mono.defer(() -> some.apply(AT_ONCE))
                .repeat()
                .takeWhile(deleted -> deleted == AT_ONCE)
                .then();
    }
}

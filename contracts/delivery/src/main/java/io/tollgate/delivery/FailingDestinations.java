package io.tollgate.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Destinations that fail have a relay of their own, so that nobody else waits while they are tried in vain, until one
 * takes what it is sent. They change hands between rounds: while one relay is at work on a destination the other does
 * not touch it.
 */
final class FailingDestinations {
    private final Pauses pauses;
    private final Duration remembered;
    private final Clock clock;
    private final Nudge healthyRelay;
    private final Nudge failingRelay;
    private final Map<String, Instant> failedAt = new ConcurrentHashMap<>();

    /** @param remembered how long without another failure; longer than anything rests */
    FailingDestinations(Pauses pauses, Duration remembered, Clock clock, Nudge healthyRelay, Nudge failingRelay) {
        this.pauses = pauses;
        this.remembered = remembered;
        this.clock = clock;
        this.healthyRelay = healthyRelay;
        this.failingRelay = failingRelay;
    }

    /** What one of the two relays works on, and what it says at the end of a round. */
    record Share(Supplier<Destinations> destinations, Consumer<OutboxBatch> ended) {}

    Share healthy() {
        return new Share(() -> Destinations.allBut(failedAt.keySet()), this::take);
    }

    Share failing() {
        return new Share(this::due, this::giveBack);
    }

    private Destinations due() {
        Set<String> resting = pauses.current();
        return Destinations.only(failedAt.keySet().stream()
                .filter(name -> !resting.contains(name))
                .collect(Collectors.toSet()));
    }

    private void take(OutboxBatch batch) {
        Set<String> down = batch.down();
        if (!down.isEmpty()) {
            note(down);
            failingRelay.wake();
        }
    }

    private void giveBack(OutboxBatch batch) {
        note(batch.failing());
        Set<String> healthy = batch.healthy();
        Instant forgotten = clock.instant().minus(remembered);
        if (failedAt.entrySet()
                .removeIf(entry ->
                        healthy.contains(entry.getKey()) || entry.getValue().isBefore(forgotten))) {
            healthyRelay.wake();
        }
    }

    private void note(Set<String> names) {
        Instant now = clock.instant();
        names.forEach(name -> failedAt.put(name, now));
    }
}

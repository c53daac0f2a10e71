package io.tollgate.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends what was committed, in order, one process at a time, and marks it; never inside anybody's transaction. */
final class OutboxRelay {
    static final String LEASE = "outbox";

    private final OutboxStore store;
    private final Leases leases;
    private final Supplier<OutboxBatch> batches;
    private final Paused paused;
    private final RelaySettings settings;
    private volatile Instant notBefore = Instant.EPOCH;

    /** @param batchSize rows of one round */
    record RelaySettings(int batchSize, int lanes, Duration pollInterval, Clock clock, OutboxMeters meters) {}

    /** What rests after failing. */
    record Paused(Pauses destinations, Pauses aggregates) {}

    OutboxRelay(
            OutboxStore store, Leases leases, Supplier<OutboxBatch> batches, Paused paused, RelaySettings settings) {
        this.store = store;
        this.leases = leases;
        this.batches = batches;
        this.paused = paused;
        this.settings = settings;
    }

    /**
     * One round; says how long to pause: not at all while there is more. While a destination rests, all that it is to get
     * would be read in vain at each nudge: what waits behind a round in vain waits for the next poll.
     */
    Mono<Duration> round() {
        return Mono.defer(() -> {
            Instant now = settings.clock().instant();
            return now.isBefore(notBefore) ? Mono.just(Duration.between(now, notBefore)) : look();
        });
    }

    private Mono<Duration> look() {
        return leases.hold(LEASE)
                .flatMap(this::relay)
                .defaultIfEmpty(0)
                .doOnNext(this::rest)
                .map(tried -> tried == settings.batchSize() ? Duration.ZERO : settings.pollInterval());
    }

    private void rest(int tried) {
        boolean inVain = tried == 0 && !paused.destinations().current().isEmpty();
        notBefore = inVain ? settings.clock().instant().plus(settings.pollInterval()) : Instant.EPOCH;
    }

    private Mono<Integer> relay(Lease lease) {
        return store.next(
                        settings.batchSize(),
                        paused.destinations().current(),
                        paused.aggregates().current())
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .flatMap(rows -> relay(rows, lease));
    }

    // What was sent is marked even when the marking of a refusal fails, and the other way round.
    private Mono<Integer> relay(List<OutboxRow> rows, Lease lease) {
        return batches.get().send(rows, settings.lanes()).collectList().flatMap(tried -> markSent(tried, lease)
                .then(markRefused(tried, lease))
                .thenReturn(tried.size()));
    }

    private Mono<Void> markSent(List<OutboxBatch.Tried> tried, Lease lease) {
        List<Long> positions = tried.stream()
                .filter(OutboxBatch.Tried::isSent)
                .map(sent -> sent.row().position())
                .toList();
        return positions.isEmpty()
                ? Mono.empty()
                : store.markSent(positions, lease, settings.clock().instant())
                        .filter(marked -> marked < positions.size())
                        .doOnNext(fewer -> lost(lease))
                        .then();
    }

    private Mono<Void> markRefused(List<OutboxBatch.Tried> tried, Lease lease) {
        return Flux.fromIterable(tried)
                .filter(one -> !one.isSent())
                .concatMap(refused -> store.refuse(
                        refused.row().position(),
                        refused.refusal(),
                        lease,
                        settings.clock().instant()))
                .then();
    }

    private void lost(Lease lease) {
        settings.meters().leaseLost();
        leases.lost(lease);
    }
}

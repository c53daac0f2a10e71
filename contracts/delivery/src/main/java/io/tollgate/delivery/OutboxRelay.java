package io.tollgate.delivery;

import io.tollgate.delivery.FailingDestinations.Share;
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
    private static final int FEW = 5;

    private final OutboxStore store;
    private final Leases leases;
    private final Supplier<OutboxBatch> batches;
    private final Share share;
    private final RelaySettings settings;
    private volatile Instant notBefore = Instant.EPOCH;

    /**
     * @param batchSize rows of one round
     * @param aggregates those that rest after failing
     */
    record RelaySettings(
            int batchSize, int lanes, Duration pollInterval, Clock clock, Pauses aggregates, OutboxMeters meters) {

        /** For rounds that may be tried in vain: a few rows, so that also slow tries are over before a round is given up. */
        RelaySettings trying(int fewLanes) {
            int few = Math.min(batchSize, FEW * fewLanes);
            return new RelaySettings(few, fewLanes, pollInterval, clock, aggregates, meters);
        }
    }

    OutboxRelay(OutboxStore store, Leases leases, Supplier<OutboxBatch> batches, Share share, RelaySettings settings) {
        this.store = store;
        this.leases = leases;
        this.batches = batches;
        this.share = share;
        this.settings = settings;
    }

    /**
     * One round; says how long to pause: not at all while there is more. While a destination fails, all that it is to get
     * would be read in vain at each nudge: what waits behind a round in vain waits for the next poll.
     */
    Mono<Duration> round() {
        return Mono.defer(() -> {
            Instant now = settings.clock().instant();
            return now.isBefore(notBefore) ? Mono.just(Duration.between(now, notBefore)) : look();
        });
    }

    private Mono<Duration> look() {
        Destinations mine = share.destinations().get();
        return Mono.defer(() -> mine.isNone() ? Mono.empty() : leases.hold(LEASE))
                .flatMap(lease -> relay(mine, lease))
                .defaultIfEmpty(0)
                .doOnNext(tried -> rest(mine, tried))
                .map(tried -> tried == settings.batchSize() ? Duration.ZERO : settings.pollInterval());
    }

    private void rest(Destinations mine, int tried) {
        boolean inVain = tried == 0 && !mine.isAll() && !mine.isNone();
        notBefore = inVain ? settings.clock().instant().plus(settings.pollInterval()) : Instant.EPOCH;
    }

    private Mono<Integer> relay(Destinations mine, Lease lease) {
        OutboxBatch batch = batches.get();
        return store.next(settings.batchSize(), mine, settings.aggregates().current())
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .flatMap(rows -> relay(batch, rows, lease))
                .defaultIfEmpty(0)
                .doOnNext(tried -> share.ended().accept(batch));
    }

    // What was sent is marked even when the marking of a refusal fails, and the other way round.
    private Mono<Integer> relay(OutboxBatch batch, List<OutboxRow> rows, Lease lease) {
        return batch.send(rows, settings.lanes()).collectList().flatMap(tried -> markSent(tried, lease)
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

package io.tollgate.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Mono;

/** How much waits here, counted now and then rather than at each request. */
final class Backlog {
    private final OutboxStore store;
    private final ParkedMessages messages;
    private final long limit;
    private volatile long waiting;
    private volatile long refused;
    private volatile long parked;

    Backlog(OutboxStore store, ParkedMessages messages, long limit, MeterRegistry meters) {
        this.store = store;
        this.messages = messages;
        this.limit = limit;
        Gauge.builder("tollgate.outbox.waiting", this, backlog -> backlog.waiting)
                .description("Messages written and not yet sent")
                .register(meters);
        Gauge.builder("tollgate.outbox.refused", this, backlog -> backlog.refused)
                .description("Messages the broker will never take: somebody must look")
                .register(meters);
        Gauge.builder("tollgate.parking.waiting", this, backlog -> backlog.parked)
                .description("Messages that failed, or wait behind one that did")
                .register(meters);
    }

    Mono<Void> count() {
        return store.waiting()
                .doOnNext(count -> waiting = count)
                .then(store.refused())
                .doOnNext(count -> refused = count)
                .then(messages.waiting())
                .doOnNext(count -> parked = count)
                .then();
    }

    Mono<Void> admit() {
        return waiting < limit ? Mono.empty() : Mono.error(() -> new BacklogFull(waiting));
    }
}

package io.tollgate.delivery;

import io.tollgate.database.AfterCommit;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes rows where the caller writes its own, and wakes the relay once they are committed. */
final class R2dbcOutbox implements Outbox {
    private final OutboxStore store;
    private final OutboxRows rows;
    private final TraceCarrier traces;
    private final Backlog backlog;
    private final Nudge relay;

    R2dbcOutbox(OutboxStore store, OutboxRows rows, TraceCarrier traces, Backlog backlog, Nudge relay) {
        this.store = store;
        this.rows = rows;
        this.traces = traces;
        this.backlog = backlog;
        this.relay = relay;
    }

    @Override
    public Mono<Void> add(List<OutgoingMessage> messages) {
        return Mono.deferContextual(context -> {
            WireTrace trace = traces.capture(context);
            return addRows(
                    messages.stream().map(message -> rows.of(message, trace)).toList());
        });
    }

    @Override
    public Mono<Void> admit() {
        return Mono.defer(backlog::admit);
    }

    Mono<Void> addRows(List<OutboxRow> added) {
        return added.isEmpty()
                ? Mono.empty()
                : Flux.fromIterable(added).concatMap(store::insert).then(AfterCommit.run(relay::wake));
    }
}

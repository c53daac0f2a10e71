package io.tollgate.orders.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Timelines in a map. */
public final class MemoryTimeline implements Timeline {
    private final Map<OrderId, List<TimelineEntry>> all = new HashMap<>();

    @Override
    public Mono<Void> add(OrderId id, long version, List<TimelineEntry> entries) {
        return Mono.fromRunnable(
                () -> all.computeIfAbsent(id, fresh -> new ArrayList<>()).addAll(entries));
    }

    @Override
    public Flux<TimelineEntry> since(OrderId id, long number) {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(all.getOrDefault(id, List.of()))));
    }
}

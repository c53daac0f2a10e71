package io.tollgate.orders.order;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What happened to each order, only ever added to. */
public interface Timeline {
    Mono<Void> add(OrderId id, List<TimelineEntry> entries);

    /** In the order of happening. */
    Flux<TimelineEntry> of(OrderId id);
}

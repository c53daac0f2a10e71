package io.tollgate.orders.order;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What happened to each order, only ever added to. */
public interface Timeline {
    /** What led to a version of the order; two who write the same version meet, and one of them loses. */
    Mono<Void> add(OrderId id, long version, List<TimelineEntry> entries);

    /** The entries after that number, in the order of happening. */
    Flux<TimelineEntry> since(OrderId id, long number);
}

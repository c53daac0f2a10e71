package io.tollgate.orders.order;

import java.time.Instant;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All orders. */
public interface Orders {
    Mono<Void> add(Order order);

    /** Replaces the order's previous version; a conflict when somebody else did. */
    Mono<Void> update(Order order);

    Mono<Order> find(OrderId id);

    /** Newest first, after the given one. */
    Flux<Order> list(Buyer buyer, int limit, Optional<OrderId> after);

    /** Orders whose deadline has passed, the longest overdue first. */
    Flux<OrderId> overdue(Instant now, int limit);
}

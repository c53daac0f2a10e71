package io.tollgate.orders.order;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All orders. */
public interface Orders {
    /**
     * A conflict when the client has another order of the same external id; refuses with {@link UserErased} what is
     * placed in the name of one of {@link FormerUsers}.
     */
    Mono<Void> add(Order order);

    /** Replaces the order's previous version; a conflict when somebody else did. */
    Mono<Void> update(Order order);

    Mono<Order> find(OrderId id);

    /** The order that a client calls so, whatever the case of its letters. */
    Mono<Order> findNamed(String clientId, String externalId);

    /** Newest first. */
    Flux<Order> list(OrderQuery query, int limit);

    /** A user's orders that have not ended. */
    Flux<OrderId> openOf(String userId);

    /** Forgets where a user's orders went, and says of how many. */
    Mono<Long> forgetAddresses(String userId);

    /** Orders whose deadline has passed, the longest overdue first. */
    Flux<OrderId> overdue(Instant now, int limit);
}

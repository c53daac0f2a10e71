package io.tollgate.orders.order;

import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Keeps a change whole: the order, its timeline and what others are told, in the caller's transaction. */
@Service
class OrderBook {
    private static final long FIRST = 1;

    private final Orders orders;
    private final Timeline timeline;
    private final OrderEvents events;

    OrderBook(Orders orders, Timeline timeline, OrderEvents events) {
        this.orders = orders;
        this.timeline = timeline;
        this.events = events;
    }

    Mono<Void> admit() {
        return events.admit();
    }

    /** The order must exist: what speaks of one that does not is a mistake, not a refusal. */
    Mono<Order> find(OrderId id) {
        return orders.find(id).switchIfEmpty(Mono.error(() -> new OrderNotFound(id)));
    }

    Mono<Order> keep(Change change) {
        return change.happened() ? write(change).thenReturn(change.order()) : Mono.just(change.order());
    }

    private Mono<Void> write(Change change) {
        Order order = change.order();
        return (order.version() == FIRST ? orders.add(order) : orders.update(order))
                .then(Mono.defer(() -> timeline.add(order.id(), change.entries())))
                .then(Mono.defer(() -> events.publish(change.facts())));
    }
}

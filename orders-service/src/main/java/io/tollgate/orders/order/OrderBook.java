package io.tollgate.orders.order;

import java.time.Clock;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Keeps a change whole: the order, its timeline and what others are told, in the caller's transaction. */
@Service
class OrderBook {
    private static final long FIRST = 1;

    private final Orders orders;
    private final Timeline timeline;
    private final OrderEvents events;
    private final Deadlines deadlines;
    private final Clock clock;

    OrderBook(Orders orders, Timeline timeline, OrderEvents events, Deadlines deadlines, Clock clock) {
        this.orders = orders;
        this.timeline = timeline;
        this.events = events;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** What an order may become at an occasion. */
    interface Decision {
        Change of(Order order, Occasion occasion, Deadlines deadlines);
    }

    /** How an order begins at an occasion. */
    interface Beginning {
        Change at(Occasion occasion, Deadlines deadlines);
    }

    Mono<Void> admit() {
        return events.admit();
    }

    Mono<Order> begin(String actor, String cause, Beginning beginning) {
        return Mono.defer(() -> keep(beginning.at(new Occasion(clock.instant(), actor, cause), deadlines)));
    }

    /** The order must exist: what speaks of one that does not is a mistake, not a refusal. */
    Mono<Order> find(OrderId id) {
        return orders.find(id).switchIfEmpty(Mono.error(() -> new OrderNotFound(id)));
    }

    Mono<Order> find(Viewer viewer, OrderId id) {
        return find(id).filter(viewer::sees).switchIfEmpty(Mono.error(() -> new OrderNotFound(id)));
    }

    Mono<Order> decide(Order order, String actor, String cause, Decision decision) {
        return Mono.defer(() -> keep(decision.of(order, new Occasion(clock.instant(), actor, cause), deadlines)));
    }

    private Mono<Order> keep(Change change) {
        return change.happened() ? write(change).thenReturn(change.order()) : Mono.just(change.order());
    }

    private Mono<Void> write(Change change) {
        Order order = change.order();
        return (order.version() == FIRST ? orders.add(order) : orders.update(order))
                .then(Mono.defer(() -> timeline.add(order.id(), order.version(), change.entries())))
                .then(Mono.defer(() -> events.publish(change.facts())));
    }
}

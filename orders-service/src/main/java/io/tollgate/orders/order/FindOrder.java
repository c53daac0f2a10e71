package io.tollgate.orders.order;

import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** One order, for its buyer only: to everybody else it does not exist. */
@Service
public class FindOrder {
    private final Orders orders;

    FindOrder(Orders orders) {
        this.orders = orders;
    }

    public Mono<Order> handle(Buyer buyer, OrderId id) {
        return orders.find(id)
                .filter(order -> order.buyer().equals(buyer))
                .switchIfEmpty(Mono.error(() -> new OrderNotFound(id)));
    }
}

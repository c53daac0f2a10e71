package io.tollgate.orders.order;

import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** One order, for who may see it: to everybody else it does not exist. */
@Service
public class FindOrder {
    private final OrderBook book;

    FindOrder(OrderBook book) {
        this.book = book;
    }

    public Mono<Order> handle(Viewer viewer, OrderId id) {
        return book.find(viewer, id);
    }
}

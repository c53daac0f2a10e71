package io.tollgate.orders.order;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Ends one order whose deadline has passed, unless it was decided in the meantime. */
@Service
public class ExpireOrder {
    private final OrderBook book;

    ExpireOrder(OrderBook book) {
        this.book = book;
    }

    @Transactional
    public Mono<Void> handle(OrderId id) {
        return book.find(id)
                .flatMap(order -> book.decide(order, Occasion.US, "deadline", Order::expire))
                .then();
    }
}

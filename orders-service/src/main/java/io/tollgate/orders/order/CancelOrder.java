package io.tollgate.orders.order;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Ends an order at its customer's will, until it is shipped; once more changes nothing. */
@Service
public class CancelOrder {
    private final OrderBook book;

    CancelOrder(OrderBook book) {
        this.book = book;
    }

    @Transactional
    public Mono<Order> handle(Viewer viewer, OrderId id, String cause) {
        return book.find(viewer, id)
                .flatMap(order -> book.decide(
                        order,
                        viewer.actor(),
                        cause,
                        (now, occasion, deadlines) -> now.cancel(Trigger.CANCELLATION, occasion, deadlines)));
    }
}

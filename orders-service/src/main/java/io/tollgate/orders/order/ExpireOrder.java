package io.tollgate.orders.order;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Ends one order whose deadline has passed, unless it was decided in the meantime. */
@Service
public class ExpireOrder {
    private final OrderBook book;
    private final Clock clock;

    ExpireOrder(OrderBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Transactional
    public Mono<Void> handle(OrderId id) {
        return book.find(id)
                .map(order -> order.expire(new Occasion(clock.instant(), Occasion.US, "deadline")))
                .flatMap(book::keep)
                .then();
    }
}

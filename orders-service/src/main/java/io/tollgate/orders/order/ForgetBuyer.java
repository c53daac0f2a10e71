package io.tollgate.orders.order;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Ends a user's open orders, which cannot be delivered any more, and forgets where all of them went. */
@Service
public class ForgetBuyer {
    private static final String USERS = "users";

    private final Orders orders;
    private final OrderBook book;

    ForgetBuyer(Orders orders, OrderBook book) {
        this.orders = orders;
        this.book = book;
    }

    /** How many orders lost their address. */
    @Transactional
    public Mono<Long> handle(String userId, String cause) {
        return orders.openOf(userId)
                .collectList()
                .flatMapIterable(open -> open)
                .concatMap(id -> end(id, cause))
                .then(Mono.defer(() -> orders.forgetAddresses(userId)));
    }

    private Mono<Order> end(OrderId id, String cause) {
        return book.find(id)
                // shipped or ended at this very moment: nothing to end
                .filter(order -> !order.status().isTerminal())
                .flatMap(order -> book.decide(
                        order,
                        USERS,
                        cause,
                        (now, occasion, deadlines) -> now.cancel(Trigger.ERASURE, occasion, deadlines)));
    }
}

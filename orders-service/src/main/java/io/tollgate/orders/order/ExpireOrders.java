package io.tollgate.orders.order;

import java.time.Clock;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Looks for overdue orders and ends each in a transaction of its own, so that one failure holds up no other. */
@Service
public class ExpireOrders {
    private final Orders orders;
    private final ExpireOrder expireOrder;
    private final Deadlines deadlines;
    private final Clock clock;

    ExpireOrders(Orders orders, ExpireOrder expireOrder, Deadlines deadlines, Clock clock) {
        this.orders = orders;
        this.expireOrder = expireOrder;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public Mono<Void> handle() {
        return Mono.fromSupplier(clock::instant)
                .flatMapMany(now -> orders.overdue(now, deadlines.batch()))
                .collectList()
                .flatMapIterable(ids -> ids)
                .concatMapDelayError(this::expire)
                .then();
    }

    /** An answer may come at the last moment and win the order's row: on the second try it is no longer overdue. */
    private Mono<Void> expire(OrderId id) {
        return expireOrder.handle(id).retry(1);
    }
}

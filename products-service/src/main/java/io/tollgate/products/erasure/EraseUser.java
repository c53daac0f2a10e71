package io.tollgate.products.erasure;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** A user is gone: what waits here for another try is not tried again, and a receipt says so each time it is asked for. */
@Service
public class EraseUser {
    private final OrdersOfUser orders;
    private final ErasureReceipts receipts;
    private final Clock clock;

    EraseUser(OrdersOfUser orders, ErasureReceipts receipts, Clock clock) {
        this.orders = orders;
        this.receipts = receipts;
        this.clock = clock;
    }

    @Transactional
    public Mono<Void> handle(String userId, long version) {
        return orders.erase(userId).flatMap(items -> receipts.completed(userId, version, items, clock.instant()));
    }
}

package io.tollgate.orders.refund;

import io.tollgate.orders.order.OrderId;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All refunds. */
public interface Refunds {
    Mono<Void> add(OrderRefund refund);

    Mono<OrderRefund> find(String refundId);

    /** Keeps how a refund ended; a conflict when it has ended already. */
    Mono<Void> settle(OrderRefund settled);

    /** Forgets what was written about a user's refunds, and says of how many. */
    Mono<Long> forgetReasons(String userId);

    /** An order's, newest first, after the given one. */
    Flux<OrderRefund> of(OrderId orderId, int limit, Optional<String> after);
}

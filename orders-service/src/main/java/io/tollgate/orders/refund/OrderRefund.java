package io.tollgate.orders.refund;

import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.Refund;
import java.time.Instant;
import java.util.Optional;

/**
 * Money that goes back for an order, and how far it is.
 *
 * @param refusal why payments refused
 * @param requestedBy the user who decided it
 */
public record OrderRefund(
        OrderId orderId,
        Refund refund,
        RefundStatus status,
        Optional<String> refusal,
        String requestedBy,
        Instant requestedAt,
        Optional<Instant> settledAt) {

    static OrderRefund requested(OrderId orderId, Refund refund, String by, Instant at) {
        return new OrderRefund(orderId, refund, RefundStatus.REQUESTED, Optional.empty(), by, at, Optional.empty());
    }

    OrderRefund settled(RefundStatus end, Optional<String> why, Instant at) {
        return new OrderRefund(orderId, refund, end, why, requestedBy, requestedAt, Optional.of(at));
    }
}

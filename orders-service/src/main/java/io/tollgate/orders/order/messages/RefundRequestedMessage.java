package io.tollgate.orders.order.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tollgate.orders.order.Order;
import io.tollgate.orders.order.RefundRequested;
import io.tollgate.values.Money;
import java.time.Instant;

/** orders.refund-requested.v1 as it goes over the bus. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RefundRequestedMessage(
        String orderId,
        long version,
        String userId,
        String refundId,
        Money amount,
        String reason,
        Instant requestedAt) {
    static final String TYPE = "orders.refund-requested.v1";

    static RefundRequestedMessage of(RefundRequested requested) {
        Order order = requested.order();
        return new RefundRequestedMessage(
                order.id().value(),
                order.version(),
                order.buyer().userId(),
                requested.refund().id(),
                requested.refund().amount(),
                requested.refund().reason().orElse(null),
                order.changedAt());
    }
}

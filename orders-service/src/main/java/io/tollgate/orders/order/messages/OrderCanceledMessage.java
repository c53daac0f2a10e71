package io.tollgate.orders.order.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tollgate.orders.order.Order;
import io.tollgate.orders.order.OrderCanceled;
import java.time.Instant;

/** orders.order-canceled.v1 as it goes over the bus. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderCanceledMessage(
        String orderId, long version, String userId, String reason, Boolean shipmentOpen, Instant canceledAt) {
    static final String TYPE = "orders.order-canceled.v1";

    static OrderCanceledMessage of(OrderCanceled canceled) {
        Order order = canceled.order();
        return new OrderCanceledMessage(
                order.id().value(),
                order.version(),
                order.buyer().userId(),
                canceled.reason().wireName(),
                canceled.shipmentOpen() ? Boolean.TRUE : null,
                order.changedAt());
    }
}

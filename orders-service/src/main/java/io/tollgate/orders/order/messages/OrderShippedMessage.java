package io.tollgate.orders.order.messages;

import io.tollgate.orders.order.Order;
import io.tollgate.orders.order.OrderShipped;
import java.time.Instant;

/** orders.order-shipped.v1 as it goes over the bus. */
record OrderShippedMessage(
        String orderId,
        long version,
        String userId,
        String shipmentId,
        String carrier,
        String trackingNumber,
        Instant shippedAt) {
    static final String TYPE = "orders.order-shipped.v1";

    static OrderShippedMessage of(OrderShipped shipped) {
        Order order = shipped.order();
        return new OrderShippedMessage(
                order.id().value(),
                order.version(),
                order.buyer().userId(),
                shipped.shipment().id(),
                shipped.shipment().carrier(),
                shipped.shipment().trackingNumber(),
                order.changedAt());
    }
}

package io.tollgate.orders.order.messages;

import io.tollgate.orders.order.Order;
import io.tollgate.values.Money;
import java.time.Instant;

/** orders.order-confirmed.v1 as it goes over the bus. */
record OrderConfirmedMessage(String orderId, long version, String userId, Money total, Instant confirmedAt) {
    static final String TYPE = "orders.order-confirmed.v1";

    static OrderConfirmedMessage of(Order order) {
        return new OrderConfirmedMessage(
                order.id().value(), order.version(), order.buyer().userId(), order.total(), order.changedAt());
    }
}

package io.tollgate.workers.fulfillment.messages;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What fulfillment reads of orders.order-canceled.v1.
 *
 * @param shipmentOpen whether others wait to hear what became of its shipment
 */
record OrderCanceledMessage(String orderId, String userId, Optional<Boolean> shipmentOpen) {
    static final String TYPE = "orders.order-canceled.v1";

    OrderCanceledMessage {
        requireNonNull(orderId, "orderId");
        requireNonNull(userId, "userId");
    }
}

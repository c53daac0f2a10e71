package io.tollgate.workers.notification.messages;

import static java.util.Objects.requireNonNull;

/** What workers reads of orders.order-shipped.v1. */
record OrderShippedMessage(String orderId, String userId, String carrier, String trackingNumber) {
    static final String TYPE = "orders.order-shipped.v1";

    OrderShippedMessage {
        requireNonNull(orderId, "orderId");
        requireNonNull(userId, "userId");
        requireNonNull(carrier, "carrier");
        requireNonNull(trackingNumber, "trackingNumber");
    }
}

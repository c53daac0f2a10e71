package io.tollgate.workers.notification.messages;

import static java.util.Objects.requireNonNull;

/** What workers reads of orders.order-confirmed.v1. */
record OrderConfirmedMessage(String orderId, String userId) {
    static final String TYPE = "orders.order-confirmed.v1";

    OrderConfirmedMessage {
        requireNonNull(orderId, "orderId");
        requireNonNull(userId, "userId");
    }
}

package io.tollgate.workers.notification.messages;

import static java.util.Objects.requireNonNull;

/** What workers reads of orders.order-canceled.v1. */
record OrderCanceledMessage(String orderId, String userId, String reason) {
    static final String TYPE = "orders.order-canceled.v1";

    OrderCanceledMessage {
        requireNonNull(orderId, "orderId");
        requireNonNull(userId, "userId");
        requireNonNull(reason, "reason");
    }
}

package io.tollgate.workers.fulfillment.messages;

import static java.util.Objects.requireNonNull;

/** What fulfillment reads of orders.order-canceled.v1. */
record OrderCanceledMessage(String orderId, String userId) {
    static final String TYPE = "orders.order-canceled.v1";

    OrderCanceledMessage {
        requireNonNull(orderId, "orderId");
        requireNonNull(userId, "userId");
    }
}

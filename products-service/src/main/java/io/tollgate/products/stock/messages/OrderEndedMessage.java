package io.tollgate.products.stock.messages;

import static java.util.Objects.requireNonNull;

/** What products reads of orders.order-confirmed.v1 and orders.order-canceled.v1: which order it was. */
record OrderEndedMessage(String orderId) {
    static final String CONFIRMED = "orders.order-confirmed.v1";
    static final String CANCELED = "orders.order-canceled.v1";

    OrderEndedMessage {
        requireNonNull(orderId, "orderId");
    }
}

package io.tollgate.products.stock.messages;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What products reads of orders.order-confirmed.v1 and orders.order-canceled.v1.
 *
 * @param shipmentOpen of a canceled order: whether its goods may be with the carrier
 */
record OrderEndedMessage(String orderId, Optional<Boolean> shipmentOpen) {
    static final String CONFIRMED = "orders.order-confirmed.v1";
    static final String CANCELED = "orders.order-canceled.v1";

    OrderEndedMessage {
        requireNonNull(orderId, "orderId");
    }
}

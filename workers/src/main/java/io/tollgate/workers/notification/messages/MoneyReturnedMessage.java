package io.tollgate.workers.notification.messages;

import static java.util.Objects.requireNonNull;

/** What workers reads of payments.payment-voided.v1 and payments.payment-refunded.v1: whose order's money it was. */
record MoneyReturnedMessage(String orderId) {
    static final String VOIDED = "payments.payment-voided.v1";
    static final String REFUNDED = "payments.payment-refunded.v1";

    MoneyReturnedMessage {
        requireNonNull(orderId, "orderId");
    }
}

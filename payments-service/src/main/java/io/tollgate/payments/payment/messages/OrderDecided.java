package io.tollgate.payments.payment.messages;

import java.util.Objects;

/** What payments reads of an order that was confirmed or canceled. */
record OrderDecided(String orderId) {
    OrderDecided {
        Objects.requireNonNull(orderId);
    }
}

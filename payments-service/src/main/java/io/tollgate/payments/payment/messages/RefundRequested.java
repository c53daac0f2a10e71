package io.tollgate.payments.payment.messages;

import io.tollgate.values.Money;
import java.util.Objects;

/** What payments reads of a refund that orders asks for. */
record RefundRequested(String orderId, String refundId, Money amount) {
    RefundRequested {
        Objects.requireNonNull(orderId);
        Objects.requireNonNull(refundId);
        Money.positive(amount);
    }
}

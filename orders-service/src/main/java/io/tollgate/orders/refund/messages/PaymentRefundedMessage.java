package io.tollgate.orders.refund.messages;

import java.util.Objects;
import java.util.Optional;

/** What orders reads of payments.payment-refunded.v1. */
record PaymentRefundedMessage(String orderId, long version, Optional<String> refundId) {
    PaymentRefundedMessage {
        Objects.requireNonNull(orderId, "orderId");
        refundId = refundId == null ? Optional.empty() : refundId;
    }
}

package io.tollgate.orders.refund.messages;

import java.util.Objects;

/** What orders reads of payments.refund-refused.v1. */
record RefundRefusedMessage(String refundId, String reason) {
    static final String TYPE = "payments.refund-refused.v1";

    RefundRefusedMessage {
        Objects.requireNonNull(refundId, "refundId");
        Objects.requireNonNull(reason, "reason");
    }
}

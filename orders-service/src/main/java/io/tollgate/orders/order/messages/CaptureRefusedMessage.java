package io.tollgate.orders.order.messages;

import io.tollgate.orders.order.Answer;
import io.tollgate.orders.order.PaymentAnswer;
import java.util.Objects;

/** What orders reads of payments.payment-capture-refused.v1. */
record CaptureRefusedMessage(String orderId, long version, String reason) implements AnswerMessage {
    CaptureRefusedMessage {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(reason, "reason");
    }

    @Override
    public Answer toAnswer() {
        return new PaymentAnswer.CaptureRefused(version, reason);
    }
}

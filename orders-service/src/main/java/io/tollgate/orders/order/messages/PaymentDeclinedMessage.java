package io.tollgate.orders.order.messages;

import io.tollgate.orders.order.Answer;
import io.tollgate.orders.order.PaymentAnswer;
import java.util.Objects;

/** What orders reads of payments.payment-declined.v1. */
record PaymentDeclinedMessage(String orderId, long version, String reason) implements AnswerMessage {
    PaymentDeclinedMessage {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(reason, "reason");
    }

    @Override
    public Answer toAnswer() {
        return new PaymentAnswer.Declined(version, reason);
    }
}

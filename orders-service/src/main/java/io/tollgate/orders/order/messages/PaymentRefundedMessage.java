package io.tollgate.orders.order.messages;

import io.tollgate.orders.order.Answer;
import io.tollgate.orders.order.PaymentAnswer;
import java.util.Objects;

/** What orders reads of payments.payment-refunded.v1. */
record PaymentRefundedMessage(String orderId, long version) implements AnswerMessage {
    PaymentRefundedMessage {
        Objects.requireNonNull(orderId, "orderId");
    }

    @Override
    public Answer toAnswer() {
        return new PaymentAnswer.Moved(version, "payment-refunded");
    }
}

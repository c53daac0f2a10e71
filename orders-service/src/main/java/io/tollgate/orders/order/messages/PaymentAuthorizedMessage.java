package io.tollgate.orders.order.messages;

import io.tollgate.orders.order.Answer;
import io.tollgate.orders.order.PaymentAnswer;
import java.util.Objects;

/** What orders reads of payments.payment-authorized.v1. */
record PaymentAuthorizedMessage(String orderId, long version) implements AnswerMessage {
    PaymentAuthorizedMessage {
        Objects.requireNonNull(orderId, "orderId");
    }

    @Override
    public Answer toAnswer() {
        return new PaymentAnswer.Authorized(version);
    }
}

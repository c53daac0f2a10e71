package io.tollgate.orders.order.messages;

import io.tollgate.orders.order.Answer;

/** A fact that answers for an order; one that lacks what is read of it is malformed, and is dead-lettered for it. */
interface AnswerMessage {
    String orderId();

    Answer toAnswer();
}

package io.tollgate.orders.order.messages;

import io.tollgate.orders.order.Answer;
import io.tollgate.orders.order.StockAnswer;
import java.util.Objects;

/** What orders reads of products.stock-reserved.v1. */
record StockReservedMessage(String orderId, long version) implements AnswerMessage {
    StockReservedMessage {
        Objects.requireNonNull(orderId, "orderId");
    }

    @Override
    public Answer toAnswer() {
        return new StockAnswer.Reserved(version);
    }
}

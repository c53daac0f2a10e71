package io.tollgate.orders.order.messages;

import io.tollgate.orders.order.Answer;
import io.tollgate.orders.order.StockAnswer;
import java.util.List;
import java.util.Objects;

/** What orders reads of products.stock-refused.v1. */
record StockRefusedMessage(String orderId, long version, String reason, List<String> productIds)
        implements AnswerMessage {
    StockRefusedMessage {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(reason, "reason");
        productIds = List.copyOf(productIds);
    }

    @Override
    public Answer toAnswer() {
        return new StockAnswer.Refused(version, reason, productIds);
    }
}

package io.tollgate.orders.order.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.RecordAnswer;
import reactor.core.publisher.Mono;

/** One type of answer: all are handled alike. */
record AnswerHandler<T extends AnswerMessage>(String type, Class<T> dataType, RecordAnswer recordAnswer)
        implements MessageHandler<T> {
    @Override
    public Mono<Void> handle(T data, ReceivedMessage message) {
        return recordAnswer.handle(new OrderId(data.orderId()), data.toAnswer(), type);
    }
}

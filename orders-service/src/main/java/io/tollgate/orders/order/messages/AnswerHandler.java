package io.tollgate.orders.order.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import io.tollgate.orders.order.Answer;
import io.tollgate.orders.order.Happening;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.Publisher;
import io.tollgate.orders.order.RecordAnswer;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** One type of answer: all are handled alike. */
record AnswerHandler<T extends HeardMessage>(
        Publisher publisher,
        String type,
        Class<T> dataType,
        Function<T, Happening> happening,
        RecordAnswer recordAnswer)
        implements MessageHandler<T> {
    @Override
    public Mono<Void> handle(T data, ReceivedMessage message) {
        Answer answer = new Answer(publisher, data.version(), happening.apply(data));
        return recordAnswer.handle(new OrderId(data.orderId()), answer, type);
    }
}

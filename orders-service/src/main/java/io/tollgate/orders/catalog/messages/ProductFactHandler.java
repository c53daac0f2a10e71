package io.tollgate.orders.catalog.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** One type of fact about products. */
record ProductFactHandler<T>(String type, Class<T> dataType, Function<T, Mono<Void>> learn)
        implements MessageHandler<T> {
    @Override
    public Mono<Void> handle(T fact, ReceivedMessage message) {
        return learn.apply(fact);
    }
}

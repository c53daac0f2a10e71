package io.tollgate.workers.fulfillment.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import io.tollgate.workers.fulfillment.FulfillOrder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A paid order is to be shipped. */
@Component
@Qualifier("fulfillment-handlers")
class FulfillHandler implements MessageHandler<FulfillMessage> {
    private final FulfillOrder useCase;

    FulfillHandler(FulfillOrder useCase) {
        this.useCase = useCase;
    }

    @Override
    public String type() {
        return FulfillMessage.TYPE;
    }

    @Override
    public Class<FulfillMessage> dataType() {
        return FulfillMessage.class;
    }

    @Override
    public Mono<Void> handle(FulfillMessage message, ReceivedMessage envelope) {
        return useCase.handle(message.toConsignment());
    }
}

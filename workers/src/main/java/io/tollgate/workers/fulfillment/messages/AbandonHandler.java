package io.tollgate.workers.fulfillment.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import io.tollgate.workers.fulfillment.AbandonOrder;
import io.tollgate.workers.fulfillment.OrderId;
import io.tollgate.workers.fulfillment.UserId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An order was canceled: it is not shipped. */
@Component
@Qualifier("cancellation-handlers")
class AbandonHandler implements MessageHandler<OrderCanceledMessage> {
    private final AbandonOrder useCase;

    AbandonHandler(AbandonOrder useCase) {
        this.useCase = useCase;
    }

    @Override
    public String type() {
        return OrderCanceledMessage.TYPE;
    }

    @Override
    public Class<OrderCanceledMessage> dataType() {
        return OrderCanceledMessage.class;
    }

    @Override
    public Mono<Void> handle(OrderCanceledMessage message, ReceivedMessage envelope) {
        return useCase.handle(
                new OrderId(message.orderId()),
                new UserId(message.userId()),
                message.shipmentOpen().orElse(false));
    }
}

package io.tollgate.workers.thirdparty.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import io.tollgate.workers.thirdparty.CancelShipment;
import io.tollgate.workers.thirdparty.OrderId;
import io.tollgate.workers.thirdparty.ShipmentId;
import io.tollgate.workers.thirdparty.UserId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A shipment is not wanted any more. */
@Component
@Qualifier("thirdparty-handlers")
class CancelShipmentHandler implements MessageHandler<CancelShipmentMessage> {
    private final CancelShipment useCase;

    CancelShipmentHandler(CancelShipment useCase) {
        this.useCase = useCase;
    }

    @Override
    public String type() {
        return CancelShipmentMessage.TYPE;
    }

    @Override
    public Class<CancelShipmentMessage> dataType() {
        return CancelShipmentMessage.class;
    }

    @Override
    public Mono<Void> handle(CancelShipmentMessage message, ReceivedMessage envelope) {
        return useCase.handle(
                new ShipmentId(message.shipmentId()), new OrderId(message.orderId()), new UserId(message.userId()));
    }
}

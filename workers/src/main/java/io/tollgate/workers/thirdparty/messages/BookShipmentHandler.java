package io.tollgate.workers.thirdparty.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import io.tollgate.workers.thirdparty.BookShipment;
import io.tollgate.workers.thirdparty.OrderId;
import io.tollgate.workers.thirdparty.ShipmentId;
import io.tollgate.workers.thirdparty.UserId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A shipment is to be booked. */
@Component
@Qualifier("thirdparty-handlers")
class BookShipmentHandler implements MessageHandler<BookShipmentMessage> {
    private final BookShipment useCase;

    BookShipmentHandler(BookShipment useCase) {
        this.useCase = useCase;
    }

    @Override
    public String type() {
        return BookShipmentMessage.TYPE;
    }

    @Override
    public Class<BookShipmentMessage> dataType() {
        return BookShipmentMessage.class;
    }

    @Override
    public Mono<Void> handle(BookShipmentMessage message, ReceivedMessage envelope) {
        return useCase.handle(
                new ShipmentId(message.shipmentId()),
                new OrderId(message.orderId()),
                new UserId(message.userId()),
                message.toParcel());
    }
}

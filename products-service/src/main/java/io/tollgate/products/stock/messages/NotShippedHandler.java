package io.tollgate.products.stock.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import io.tollgate.products.stock.OrderId;
import io.tollgate.products.stock.ReleaseReservation;
import reactor.core.publisher.Mono;

/** No parcel of the order leaves, now or later: what was sold is back. */
record NotShippedHandler(String type, ReleaseReservation releaseReservation)
        implements MessageHandler<NotShippedMessage> {
    @Override
    public Class<NotShippedMessage> dataType() {
        return NotShippedMessage.class;
    }

    @Override
    public Mono<Void> handle(NotShippedMessage notShipped, ReceivedMessage message) {
        return releaseReservation.handle(new OrderId(notShipped.orderId()));
    }
}

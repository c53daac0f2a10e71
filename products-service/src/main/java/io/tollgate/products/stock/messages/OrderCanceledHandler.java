package io.tollgate.products.stock.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import io.tollgate.products.stock.OrderId;
import io.tollgate.products.stock.ReleaseReservation;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An order was canceled. */
@Component
class OrderCanceledHandler implements MessageHandler<OrderEndedMessage> {
    private final ReleaseReservation releaseReservation;

    OrderCanceledHandler(ReleaseReservation releaseReservation) {
        this.releaseReservation = releaseReservation;
    }

    @Override
    public String type() {
        return OrderEndedMessage.CANCELED;
    }

    @Override
    public Class<OrderEndedMessage> dataType() {
        return OrderEndedMessage.class;
    }

    @Override
    public Mono<Void> handle(OrderEndedMessage canceled, ReceivedMessage message) {
        return releaseReservation.handle(new OrderId(canceled.orderId()));
    }
}

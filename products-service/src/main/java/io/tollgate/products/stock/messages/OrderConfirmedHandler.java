package io.tollgate.products.stock.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import io.tollgate.products.stock.CommitReservation;
import io.tollgate.products.stock.OrderId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An order was confirmed. */
@Component
class OrderConfirmedHandler implements MessageHandler<OrderEndedMessage> {
    private final CommitReservation commitReservation;

    OrderConfirmedHandler(CommitReservation commitReservation) {
        this.commitReservation = commitReservation;
    }

    @Override
    public String type() {
        return OrderEndedMessage.CONFIRMED;
    }

    @Override
    public Class<OrderEndedMessage> dataType() {
        return OrderEndedMessage.class;
    }

    @Override
    public Mono<Void> handle(OrderEndedMessage confirmed, ReceivedMessage message) {
        return commitReservation.handle(new OrderId(confirmed.orderId()));
    }
}

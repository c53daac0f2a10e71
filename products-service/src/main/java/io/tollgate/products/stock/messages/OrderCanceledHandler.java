package io.tollgate.products.stock.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import io.tollgate.products.stock.CommitReservation;
import io.tollgate.products.stock.OrderId;
import io.tollgate.products.stock.ReleaseReservation;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An order was canceled: its stock is back, or what was sold stays sold as long as it may be with the carrier. */
@Component
class OrderCanceledHandler implements MessageHandler<OrderEndedMessage> {
    private final ReleaseReservation releaseReservation;
    private final CommitReservation commitReservation;

    OrderCanceledHandler(ReleaseReservation releaseReservation, CommitReservation commitReservation) {
        this.releaseReservation = releaseReservation;
        this.commitReservation = commitReservation;
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
        OrderId order = new OrderId(canceled.orderId());
        return canceled.shipmentOpen().orElse(false)
                ? commitReservation.handle(order)
                : releaseReservation.handle(order);
    }
}

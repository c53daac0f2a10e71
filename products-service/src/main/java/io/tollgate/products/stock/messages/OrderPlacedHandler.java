package io.tollgate.products.stock.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import io.tollgate.products.stock.OrderId;
import io.tollgate.products.stock.ReserveStock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An order was placed. */
@Component
class OrderPlacedHandler implements MessageHandler<OrderPlacedMessage> {
    private final ReserveStock reserveStock;

    OrderPlacedHandler(ReserveStock reserveStock) {
        this.reserveStock = reserveStock;
    }

    @Override
    public String type() {
        return OrderPlacedMessage.TYPE;
    }

    @Override
    public Class<OrderPlacedMessage> dataType() {
        return OrderPlacedMessage.class;
    }

    @Override
    public Mono<Void> handle(OrderPlacedMessage placed, ReceivedMessage message) {
        return reserveStock.handle(new OrderId(placed.orderId()), placed.toLines());
    }
}

package io.tollgate.payments.payment.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import io.tollgate.payments.payment.AuthorizePayment;
import io.tollgate.payments.payment.OrderId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An order was placed: its amount is to be set aside. */
@Component
class OnOrderPlaced implements MessageHandler<OrderPlaced> {
    private final AuthorizePayment authorize;

    OnOrderPlaced(AuthorizePayment authorize) {
        this.authorize = authorize;
    }

    @Override
    public String type() {
        return "orders.order-placed.v1";
    }

    @Override
    public Class<OrderPlaced> dataType() {
        return OrderPlaced.class;
    }

    @Override
    public Mono<Void> handle(OrderPlaced data, ReceivedMessage message) {
        return authorize.handle(new OrderId(data.orderId()), data.terms(), data.token());
    }
}

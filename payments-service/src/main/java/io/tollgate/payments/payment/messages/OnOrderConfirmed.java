package io.tollgate.payments.payment.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import io.tollgate.payments.payment.FollowOrder;
import io.tollgate.payments.payment.OrderDecision;
import io.tollgate.payments.payment.OrderId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An order was confirmed: takes the money. */
@Component
class OnOrderConfirmed implements MessageHandler<OrderDecided> {
    private final FollowOrder follow;

    OnOrderConfirmed(FollowOrder follow) {
        this.follow = follow;
    }

    @Override
    public String type() {
        return "orders.order-confirmed.v1";
    }

    @Override
    public Class<OrderDecided> dataType() {
        return OrderDecided.class;
    }

    @Override
    public Mono<Void> handle(OrderDecided data, ReceivedMessage message) {
        return follow.handle(new OrderId(data.orderId()), OrderDecision.CONFIRMED);
    }
}

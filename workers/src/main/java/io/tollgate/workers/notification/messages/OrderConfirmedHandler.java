package io.tollgate.workers.notification.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import io.tollgate.workers.notification.News;
import io.tollgate.workers.notification.OrderId;
import io.tollgate.workers.notification.TellUser;
import io.tollgate.workers.notification.Template;
import io.tollgate.workers.notification.UserId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The user's order was confirmed. */
@Component
@Qualifier("notification-handlers")
class OrderConfirmedHandler implements MessageHandler<OrderConfirmedMessage> {
    private final TellUser tellUser;

    OrderConfirmedHandler(TellUser tellUser) {
        this.tellUser = tellUser;
    }

    @Override
    public String type() {
        return OrderConfirmedMessage.TYPE;
    }

    @Override
    public Class<OrderConfirmedMessage> dataType() {
        return OrderConfirmedMessage.class;
    }

    @Override
    public Mono<Void> handle(OrderConfirmedMessage fact, ReceivedMessage message) {
        return tellUser.handle(
                News.ofOrder(new OrderId(fact.orderId()), Template.ORDER_CONFIRMED, new UserId(fact.userId())));
    }
}

package io.tollgate.workers.notification.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import io.tollgate.workers.notification.News;
import io.tollgate.workers.notification.OrderId;
import io.tollgate.workers.notification.TellUser;
import io.tollgate.workers.notification.Template;
import io.tollgate.workers.notification.UserId;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The user's order is on its way. */
@Component
@Qualifier("notification-handlers")
class OrderShippedHandler implements MessageHandler<OrderShippedMessage> {
    private final TellUser tellUser;

    OrderShippedHandler(TellUser tellUser) {
        this.tellUser = tellUser;
    }

    @Override
    public String type() {
        return OrderShippedMessage.TYPE;
    }

    @Override
    public Class<OrderShippedMessage> dataType() {
        return OrderShippedMessage.class;
    }

    @Override
    public Mono<Void> handle(OrderShippedMessage fact, ReceivedMessage message) {
        return tellUser.handle(
                News.ofOrder(new OrderId(fact.orderId()), Template.ORDER_SHIPPED, new UserId(fact.userId()))
                        .saying(Map.of("carrier", fact.carrier(), "trackingNumber", fact.trackingNumber())));
    }
}

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

/** The user's order was canceled. */
@Component
@Qualifier("notification-handlers")
class OrderCanceledHandler implements MessageHandler<OrderCanceledMessage> {
    private final TellUser tellUser;

    OrderCanceledHandler(TellUser tellUser) {
        this.tellUser = tellUser;
    }

    @Override
    public String type() {
        return OrderCanceledMessage.TYPE;
    }

    @Override
    public Class<OrderCanceledMessage> dataType() {
        return OrderCanceledMessage.class;
    }

    @Override
    public Mono<Void> handle(OrderCanceledMessage fact, ReceivedMessage message) {
        return tellUser.handle(
                News.ofOrder(new OrderId(fact.orderId()), Template.ORDER_CANCELED, new UserId(fact.userId()))
                        .saying(Map.of("reason", fact.reason())));
    }
}

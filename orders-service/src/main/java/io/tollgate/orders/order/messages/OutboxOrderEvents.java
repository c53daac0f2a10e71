package io.tollgate.orders.order.messages;

import io.tollgate.delivery.Outbox;
import io.tollgate.delivery.OutgoingMessage;
import io.tollgate.orders.order.Order;
import io.tollgate.orders.order.OrderCanceled;
import io.tollgate.orders.order.OrderConfirmed;
import io.tollgate.orders.order.OrderEvent;
import io.tollgate.orders.order.OrderEvents;
import io.tollgate.orders.order.OrderPlaced;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells of orders through the outbox. */
@Component
class OutboxOrderEvents implements OrderEvents {
    private final Outbox outbox;

    OutboxOrderEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> admit() {
        return outbox.admit();
    }

    @Override
    public Mono<Void> publish(List<OrderEvent> facts) {
        return outbox.add(facts.stream().map(OutboxOrderEvents::message).toList());
    }

    private static OutgoingMessage message(OrderEvent fact) {
        if (fact instanceof OrderPlaced placed) {
            return message(OrderPlacedMessage.TYPE, fact.order(), OrderPlacedMessage.of(placed));
        }
        if (fact instanceof OrderConfirmed) {
            return message(OrderConfirmedMessage.TYPE, fact.order(), OrderConfirmedMessage.of(fact.order()));
        }
        if (fact instanceof OrderCanceled canceled) {
            return message(OrderCanceledMessage.TYPE, fact.order(), OrderCanceledMessage.of(canceled));
        }
        throw new AssertionError(fact);
    }

    private static OutgoingMessage message(String type, Order order, Object data) {
        return OutgoingMessage.fact(type, order.id().value(), order.version(), data);
    }
}

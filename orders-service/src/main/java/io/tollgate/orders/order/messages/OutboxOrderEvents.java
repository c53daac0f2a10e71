package io.tollgate.orders.order.messages;

import io.tollgate.delivery.Outbox;
import io.tollgate.delivery.OutgoingMessage;
import io.tollgate.orders.order.FulfillOrder;
import io.tollgate.orders.order.Order;
import io.tollgate.orders.order.OrderCanceled;
import io.tollgate.orders.order.OrderConfirmed;
import io.tollgate.orders.order.OrderEvent;
import io.tollgate.orders.order.OrderEvents;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.OrderPlaced;
import io.tollgate.orders.order.OrderShipped;
import io.tollgate.orders.order.RefundRequested;
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
        if (fact instanceof OrderShipped shipped) {
            return message(OrderShippedMessage.TYPE, fact.order(), OrderShippedMessage.of(shipped));
        }
        if (fact instanceof RefundRequested requested) {
            return message(RefundRequestedMessage.TYPE, fact.order(), RefundRequestedMessage.of(requested));
        }
        if (fact instanceof FulfillOrder command) {
            return command(command);
        }
        throw new AssertionError(fact);
    }

    private static OutgoingMessage message(String type, Order order, Object data) {
        return OutgoingMessage.fact(type, order.id().value(), order.version(), data);
    }

    private static OutgoingMessage command(FulfillOrder command) {
        OrderId id = command.order().id();
        return OutgoingMessage.command(
                        FulfillMessage.QUEUE, FulfillMessage.TYPE, id.value(), FulfillMessage.of(command))
                .inSession(FulfillMessage.session(id));
    }
}

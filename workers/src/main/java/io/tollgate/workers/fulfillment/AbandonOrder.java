package io.tollgate.workers.fulfillment;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** An order was canceled: its shipment is canceled too, and none is begun any more. */
@Service
public class AbandonOrder {
    private final Fulfillments fulfillments;
    private final ShipmentCommands commands;

    AbandonOrder(Fulfillments fulfillments, ShipmentCommands commands) {
        this.fulfillments = fulfillments;
        this.commands = commands;
    }

    @Transactional
    public Mono<Void> handle(OrderId orderId, UserId userId) {
        return fulfillments
                .find(orderId)
                .switchIfEmpty(Mono.defer(() -> bury(orderId, userId)))
                .filter(fulfillment -> !fulfillment.canceled())
                .flatMap(this::cancel);
    }

    private Mono<Fulfillment> bury(OrderId orderId, UserId userId) {
        Fulfillment tombstone = Fulfillment.tombstone(orderId, userId);
        return fulfillments.add(tombstone).thenReturn(tombstone);
    }

    private Mono<Void> cancel(Fulfillment fulfillment) {
        return fulfillments
                .cancel(fulfillment.orderId())
                .then(Mono.defer(() -> commands.cancel(
                        fulfillment.shipmentId().orElseThrow(), fulfillment.orderId(), fulfillment.userId())));
    }
}

package io.tollgate.workers.fulfillment;

import io.tollgate.values.Ids;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Paid, and not shipped: cancels a shipment that nobody asked for, so that who waits for its goods hears that none left. */
@Service
class NeverShip {
    private final Fulfillments fulfillments;
    private final ShipmentCommands commands;
    private final Ids ids;

    NeverShip(Fulfillments fulfillments, ShipmentCommands commands, Ids ids) {
        this.fulfillments = fulfillments;
        this.commands = commands;
        this.ids = ids;
    }

    Mono<Void> handle(OrderId orderId, UserId userId) {
        ShipmentId id = new ShipmentId(ids.next(ShipmentId.PREFIX));
        return fulfillments
                .add(Fulfillment.never(orderId, userId, id))
                .then(Mono.defer(() -> commands.cancel(id, orderId, userId)));
    }
}

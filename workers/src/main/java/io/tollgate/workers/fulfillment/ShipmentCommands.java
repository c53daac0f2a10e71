package io.tollgate.workers.fulfillment;

import reactor.core.publisher.Mono;

/** Where commands to whoever talks to the carrier go; they go when the transaction commits, and not otherwise. */
public interface ShipmentCommands {
    Mono<Void> book(ShipmentId id, Consignment consignment);

    Mono<Void> cancel(ShipmentId id, OrderId orderId, UserId userId);
}

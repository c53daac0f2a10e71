package io.tollgate.workers.fulfillment;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** An order was canceled: its shipment is canceled too, and none is begun any more. */
@Service
public class AbandonOrder {
    private final Fulfillments fulfillments;
    private final ShipmentCommands commands;
    private final NeverShip neverShip;

    AbandonOrder(Fulfillments fulfillments, ShipmentCommands commands, NeverShip neverShip) {
        this.fulfillments = fulfillments;
        this.commands = commands;
        this.neverShip = neverShip;
    }

    /** @param awaited whether others wait to hear that nothing was shipped */
    @Transactional
    public Mono<Void> handle(OrderId orderId, UserId userId, boolean awaited) {
        return fulfillments
                .find(orderId)
                .flatMap(known -> (known.canceled() ? Mono.<Void>empty() : cancel(known)).thenReturn(true))
                .switchIfEmpty(Mono.defer(() -> bury(orderId, userId, awaited).thenReturn(true)))
                .then();
    }

    private Mono<Void> bury(OrderId orderId, UserId userId, boolean awaited) {
        return awaited ? neverShip.handle(orderId, userId) : fulfillments.add(Fulfillment.tombstone(orderId, userId));
    }

    private Mono<Void> cancel(Fulfillment fulfillment) {
        return fulfillments
                .cancel(fulfillment.orderId())
                .then(Mono.defer(() -> commands.cancel(
                        fulfillment.shipmentId().orElseThrow(), fulfillment.orderId(), fulfillment.userId())));
    }
}

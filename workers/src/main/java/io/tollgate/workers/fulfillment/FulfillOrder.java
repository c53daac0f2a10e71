package io.tollgate.workers.fulfillment;

import io.tollgate.values.Ids;
import io.tollgate.workers.erasure.ErasedUsers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** A paid order is to be shipped: has one shipment booked, however often it is told, and none when it was canceled or its user erased before. */
@Service
public class FulfillOrder {
    private final Fulfillments fulfillments;
    private final ShipmentCommands commands;
    private final ErasedUsers erased;
    private final NeverShip neverShip;
    private final Ids ids;

    FulfillOrder(
            Fulfillments fulfillments, ShipmentCommands commands, ErasedUsers erased, NeverShip neverShip, Ids ids) {
        this.fulfillments = fulfillments;
        this.commands = commands;
        this.erased = erased;
        this.neverShip = neverShip;
        this.ids = ids;
    }

    @Transactional
    public Mono<Void> handle(Consignment consignment) {
        return fulfillments
                .find(consignment.orderId())
                .hasElement()
                .filter(decided -> !decided)
                .flatMap(undecided -> erased.has(consignment.userId().value()))
                .flatMap(gone -> gone
                        ? neverShip.handle(consignment.orderId(), consignment.userId())
                        : ship(consignment, new ShipmentId(ids.next(ShipmentId.PREFIX))));
    }

    private Mono<Void> ship(Consignment consignment, ShipmentId id) {
        return fulfillments
                .add(Fulfillment.requested(consignment.orderId(), consignment.userId(), id))
                .then(Mono.defer(() -> commands.book(id, consignment)));
    }
}

package io.tollgate.workers.fulfillment.messages;

import io.tollgate.delivery.Outbox;
import io.tollgate.delivery.OutgoingMessage;
import io.tollgate.workers.fulfillment.Consignment;
import io.tollgate.workers.fulfillment.OrderId;
import io.tollgate.workers.fulfillment.ShipmentCommands;
import io.tollgate.workers.fulfillment.ShipmentId;
import io.tollgate.workers.fulfillment.UserId;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sends commands through the outbox. */
@Component
class OutboxShipmentCommands implements ShipmentCommands {
    private static final String DESTINATION = "thirdparty-queue";

    private final Outbox outbox;
    private final Clock clock;

    OutboxShipmentCommands(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Mono<Void> book(ShipmentId id, Consignment consignment) {
        return send(ShipmentMessages.BOOK, id, ShipmentMessages.BookShipment.of(id, consignment, clock.instant()));
    }

    @Override
    public Mono<Void> cancel(ShipmentId id, OrderId orderId, UserId userId) {
        return send(
                ShipmentMessages.CANCEL, id, ShipmentMessages.CancelShipment.of(id, orderId, userId, clock.instant()));
    }

    private Mono<Void> send(String type, ShipmentId id, Object data) {
        return outbox.add(List.of(OutgoingMessage.command(DESTINATION, type, id.value(), data)));
    }
}

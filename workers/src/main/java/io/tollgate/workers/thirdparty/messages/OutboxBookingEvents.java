package io.tollgate.workers.thirdparty.messages;

import io.tollgate.delivery.Outbox;
import io.tollgate.delivery.OutgoingMessage;
import io.tollgate.workers.thirdparty.BookingEvents;
import io.tollgate.workers.thirdparty.BookingFact;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells facts through the outbox. */
@Component
class OutboxBookingEvents implements BookingEvents {
    private final Outbox outbox;

    OutboxBookingEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> publish(List<BookingFact> facts) {
        return outbox.add(facts.stream().map(OutboxBookingEvents::message).toList());
    }

    private static OutgoingMessage message(BookingFact fact) {
        if (fact instanceof BookingFact.Booked booked) {
            return message(FactData.BOOKED, fact, FactData.ShipmentBooked.of(booked));
        }
        if (fact instanceof BookingFact.Refused refused) {
            return message(FactData.REFUSED, fact, FactData.ShipmentRefused.of(refused));
        }
        if (fact instanceof BookingFact.Canceled canceled) {
            return message(FactData.CANCELED, fact, FactData.ShipmentCanceled.of(canceled));
        }
        if (fact instanceof BookingFact.CancelRefused refused) {
            return message(FactData.CANCEL_REFUSED, fact, FactData.ShipmentCancelRefused.of(refused));
        }
        throw new AssertionError(fact);
    }

    private static OutgoingMessage message(String type, BookingFact fact, Object data) {
        return OutgoingMessage.fact(
                type, fact.booking().id().value(), fact.booking().version(), data);
    }
}

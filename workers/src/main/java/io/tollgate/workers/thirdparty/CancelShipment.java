package io.tollgate.workers.thirdparty;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** A shipment is not wanted any more: what is not booked never is, what is booked is taken back. */
@Service
public class CancelShipment {
    private final Bookings bookings;
    private final BookingEvents events;
    private final Clock clock;

    CancelShipment(Bookings bookings, BookingEvents events, Clock clock) {
        this.bookings = bookings;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Mono<Void> handle(ShipmentId id, OrderId orderId, UserId userId) {
        return bookings.find(id)
                .map(Booking::cancel)
                .flatMap(change -> keep(change).thenReturn(true))
                .switchIfEmpty(Mono.defer(() -> bury(id, orderId, userId).thenReturn(true)))
                .then();
    }

    private Mono<Void> keep(Change change) {
        return change.happened() ? bookings.keep(change.booking()) : Mono.empty();
    }

    private Mono<Void> bury(ShipmentId id, OrderId orderId, UserId userId) {
        Change change = Booking.tombstone(id, orderId, userId, clock.instant());
        return bookings.add(change.booking(), Optional.empty()).then(Mono.defer(() -> events.publish(change.facts())));
    }
}

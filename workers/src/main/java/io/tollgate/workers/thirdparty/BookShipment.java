package io.tollgate.workers.thirdparty;

import io.tollgate.workers.erasure.ErasedUsers;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** A shipment is to be booked: intends to, and asks nobody yet. Does nothing when it is known, was canceled before, or its user was erased. */
@Service
public class BookShipment {
    private final Bookings bookings;
    private final ErasedUsers erased;
    private final BookingEvents events;
    private final Clock clock;

    BookShipment(Bookings bookings, ErasedUsers erased, BookingEvents events, Clock clock) {
        this.bookings = bookings;
        this.erased = erased;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Mono<Void> handle(ShipmentId id, OrderId orderId, UserId userId, Parcel parcel) {
        return bookings.find(id)
                .hasElement()
                .filter(known -> !known)
                .flatMap(unknown -> erased.has(userId.value()))
                .flatMap(gone -> gone
                        ? bury(Booking.tombstone(id, orderId, userId, clock.instant()))
                        : bookings.add(Booking.requested(id, orderId, userId), Optional.of(parcel)));
    }

    private Mono<Void> bury(Change change) {
        return bookings.add(change.booking(), Optional.empty()).then(Mono.defer(() -> events.publish(change.facts())));
    }
}

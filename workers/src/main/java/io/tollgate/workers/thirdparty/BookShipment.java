package io.tollgate.workers.thirdparty;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** A shipment is to be booked: intends to, and asks nobody yet. Does nothing when it is known, or was canceled before. */
@Service
public class BookShipment {
    private final Bookings bookings;

    BookShipment(Bookings bookings) {
        this.bookings = bookings;
    }

    @Transactional
    public Mono<Void> handle(ShipmentId id, OrderId orderId, UserId userId, Parcel parcel) {
        return bookings.find(id)
                .hasElement()
                .filter(known -> !known)
                .flatMap(unknown -> bookings.add(Booking.requested(id, orderId, userId), Optional.of(parcel)));
    }
}

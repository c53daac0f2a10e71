package io.tollgate.workers.thirdparty;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The carrier's answer is known: the booking and what is told of it change together. */
@Service
class SettleBooking {
    private static final Logger LOG = LoggerFactory.getLogger(SettleBooking.class);

    private final Bookings bookings;
    private final BookingEvents events;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    SettleBooking(Bookings bookings, BookingEvents events, UnitOfWork unitOfWork, Clock clock) {
        this.bookings = bookings;
        this.events = events;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /** As the booking is now, and not as it was when the carrier was asked: it may have been canceled meanwhile. */
    Mono<BookingState> handle(ShipmentId id, CarrierAnswer answer) {
        return bookings.find(id)
                .map(booking -> booking.answered(answer, clock.instant()))
                .flatMap(change -> keep(change).thenReturn(change.booking().state()))
                .as(unitOfWork::run)
                .doOnNext(state -> alarm(id, state));
    }

    private Mono<Void> keep(Change change) {
        return change.happened()
                ? bookings.keep(change.booking()).then(Mono.defer(() -> events.publish(change.facts())))
                : Mono.empty();
    }

    private static void alarm(ShipmentId id, BookingState state) {
        if (state == BookingState.CANCEL_REFUSED) {
            LOG.error("{} is canceled, but its parcel leaves nevertheless: somebody has to call the carrier", id);
        }
    }
}

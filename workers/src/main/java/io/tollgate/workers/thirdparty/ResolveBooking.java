package io.tollgate.workers.thirdparty;

import io.tollgate.workers.thirdparty.CarrierAnswer.NeverSeen;
import java.time.Clock;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Gets to know what the carrier made of a shipment: the first time by booking, later by asking before it is booked again. */
@Service
class ResolveBooking {
    private final Bookings bookings;
    private final Carrier carrier;
    private final ThirdpartyProperties properties;
    private final Clock clock;

    ResolveBooking(Bookings bookings, Carrier carrier, ThirdpartyProperties properties, Clock clock) {
        this.bookings = bookings;
        this.carrier = carrier;
        this.properties = properties;
        this.clock = clock;
    }

    Mono<CarrierAnswer> handle(ClaimedBooking claimed) {
        Booking booking = claimed.booking();
        if (booking.state() == BookingState.CANCELING) {
            return carrier.cancel(booking.id(), booking.receipt().orElseThrow().parcelId());
        }
        return claimed.isFirstAttempt() ? first(claimed) : inDoubt(claimed);
    }

    private Mono<CarrierAnswer> first(ClaimedBooking claimed) {
        return isPointless(claimed) ? Mono.just(new NeverSeen()) : book(claimed);
    }

    private Mono<CarrierAnswer> inDoubt(ClaimedBooking claimed) {
        return carrier.ask(claimed.booking().id())
                .flatMap(answer -> answer instanceof NeverSeen ? unknown(claimed) : Mono.just(answer));
    }

    private Mono<CarrierAnswer> unknown(ClaimedBooking claimed) {
        if (!isPointless(claimed)) {
            return bookings.taking(claimed.booking().id(), clock.instant()).then(Mono.defer(() -> book(claimed)));
        }
        return mayStillArrive(claimed)
                ? Mono.error(() -> new CarrierFailure("canceled, but what was sent may still arrive"))
                : Mono.just(new NeverSeen());
    }

    private Mono<CarrierAnswer> book(ClaimedBooking claimed) {
        return carrier.book(claimed.booking().id(), claimed.parcel().orElseThrow());
    }

    private static boolean isPointless(ClaimedBooking claimed) {
        return claimed.booking().state() == BookingState.CANCEL_REQUESTED;
    }

    private boolean mayStillArrive(ClaimedBooking claimed) {
        return clock.instant().isBefore(claimed.takenAt().plus(properties.doubt()));
    }
}

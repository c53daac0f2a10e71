package io.tollgate.workers.thirdparty;

import io.tollgate.workers.thirdparty.CarrierAnswer.Booked;
import io.tollgate.workers.thirdparty.CarrierAnswer.Canceled;
import io.tollgate.workers.thirdparty.CarrierAnswer.NeverSeen;
import io.tollgate.workers.thirdparty.CarrierAnswer.Refused;
import java.time.Instant;
import java.util.Optional;

/** One shipment and what the carrier made of it. Every transition that has happened already is none. */
public record Booking(
        ShipmentId id, OrderId orderId, UserId userId, long version, BookingState state, Optional<Receipt> receipt) {

    static Booking requested(ShipmentId id, OrderId orderId, UserId userId) {
        return new Booking(id, orderId, userId, 1, BookingState.BOOKING, Optional.empty());
    }

    /** Canceled before anybody asked to book it: whoever asks later is told nothing. */
    static Change tombstone(ShipmentId id, OrderId orderId, UserId userId, Instant now) {
        return new Booking(id, orderId, userId, 0, BookingState.BOOKING, Optional.empty()).ended(now);
    }

    Change cancel() {
        if (state == BookingState.BOOKING) {
            return Change.to(in(BookingState.CANCEL_REQUESTED));
        }
        return state == BookingState.BOOKED ? Change.to(in(BookingState.CANCELING)) : Change.nothing(this);
    }

    Change answered(CarrierAnswer answer, Instant now) {
        if (state == BookingState.CANCELING) {
            return canceling(answer, now);
        }
        if (state == BookingState.CANCEL_REQUESTED) {
            return canceledInDoubt(answer, now);
        }
        return state == BookingState.BOOKING ? booking(answer, now) : Change.nothing(this);
    }

    private Change booking(CarrierAnswer answer, Instant now) {
        if (answer instanceof Booked booked) {
            Booking next = in(BookingState.BOOKED, booked.receipt());
            return Change.to(next, new BookingFact.Booked(next, booked.receipt(), now));
        }
        if (answer instanceof Refused refused) {
            Booking next = in(BookingState.REFUSED);
            return Change.to(next, new BookingFact.Refused(next, refused.code(), now));
        }
        return Change.nothing(this);
    }

    private Change canceledInDoubt(CarrierAnswer answer, Instant now) {
        if (answer instanceof Booked booked) {
            return Change.to(in(BookingState.CANCELING, booked.receipt()));
        }
        return answer instanceof Refused || answer instanceof NeverSeen ? ended(now) : Change.nothing(this);
    }

    private Change canceling(CarrierAnswer answer, Instant now) {
        if (answer instanceof Canceled) {
            return ended(now);
        }
        return answer instanceof Refused refused ? underWay(refused.code(), now) : Change.nothing(this);
    }

    private Change underWay(String reason, Instant now) {
        Booking next = in(BookingState.CANCEL_REFUSED);
        return Change.to(next, new BookingFact.CancelRefused(next, receipt.orElseThrow(), reason, now));
    }

    private Change ended(Instant now) {
        Booking next = in(BookingState.CANCELED);
        return Change.to(next, new BookingFact.Canceled(next, now));
    }

    private Booking in(BookingState next) {
        return new Booking(id, orderId, userId, version + 1, next, receipt);
    }

    private Booking in(BookingState next, Receipt given) {
        return new Booking(id, orderId, userId, version + 1, next, Optional.of(given));
    }
}

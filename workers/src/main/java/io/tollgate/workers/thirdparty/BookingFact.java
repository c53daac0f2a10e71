package io.tollgate.workers.thirdparty;

import java.time.Instant;

/** What others are told of a shipment. */
public sealed interface BookingFact {
    Booking booking();

    Instant at();

    record Booked(Booking booking, Receipt receipt, Instant at) implements BookingFact {}

    record Refused(Booking booking, String reason, Instant at) implements BookingFact {}

    record Canceled(Booking booking, Instant at) implements BookingFact {}

    /** Nobody wants the parcel any more, and it leaves nevertheless. */
    record CancelRefused(Booking booking, Receipt receipt, String reason, Instant at) implements BookingFact {}
}

package io.tollgate.workers.thirdparty;

import java.time.Instant;
import java.util.Optional;

/**
 * A booking that nobody else works on for a while.
 *
 * @param parcel present as long as it is not known what became of the booking
 * @param attempt 1 for the first since it came into this state; a crash counts
 * @param takenAt when the carrier was last sent the booking itself
 * @param trace the trace in which it was decided
 */
public record ClaimedBooking(
        Booking booking, Optional<Parcel> parcel, int attempt, Instant takenAt, Optional<String> trace) {
    boolean isFirstAttempt() {
        return attempt == 1;
    }
}

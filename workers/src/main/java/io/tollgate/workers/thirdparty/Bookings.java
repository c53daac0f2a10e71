package io.tollgate.workers.thirdparty;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All bookings, with what is still to be asked of the carrier. A lost race is an error on which the work is run again. */
public interface Bookings {
    Mono<Booking> find(ShipmentId id);

    /** Joins the caller's transaction, keeps its trace, and wakes whoever asks the carrier once it commits. */
    Mono<Void> add(Booking booking, Optional<Parcel> parcel);

    /** Keeps the next version; forgets the parcel as soon as it is not needed, and wakes when there is more to ask. */
    Mono<Void> keep(Booking next);

    /** Open ones that are due and that nobody works on. */
    Flux<ShipmentId> due(Instant now, int limit);

    /** One conditional update: empty when it is not open, not due, or somebody else works on it. */
    Mono<ClaimedBooking> claim(ShipmentId id, Instant now, Instant until);

    /** Notes that the carrier is about to be sent the booking once more. */
    Mono<Void> taking(ShipmentId id, Instant now);

    /** Gives the claim back; due again after the pause. */
    Mono<Void> postpone(ShipmentId id, Instant due);

    /** How many are open, and since when the oldest. */
    Mono<Backlog> backlog();

    record Backlog(long open, Optional<Instant> oldest) {
        public Duration age(Instant now) {
            return oldest.map(since -> Duration.between(since, now)).orElse(Duration.ZERO);
        }
    }
}

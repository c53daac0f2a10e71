package io.tollgate.workers.thirdparty;

import java.time.Instant;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One row, as the table keeps it. */
final class FakeBookings implements Bookings {
    private Booking booking;
    private Optional<Parcel> parcel = Optional.empty();
    private int attempts;
    private Instant dueAt = Instant.EPOCH;
    private Instant takenAt;
    private Instant claimedUntil = Instant.EPOCH;

    BookingState state() {
        return booking.state();
    }

    boolean isOpen() {
        return booking != null && booking.state().isOpen();
    }

    @Override
    public Mono<Booking> find(ShipmentId id) {
        return Mono.defer(() -> Mono.justOrEmpty(booking));
    }

    @Override
    public Mono<Void> add(Booking added, Optional<Parcel> contents) {
        return Mono.fromRunnable(() -> {
            if (booking != null) {
                throw new AssertionError("added twice");
            }
            booking = added;
            parcel = contents;
        });
    }

    @Override
    public Mono<Void> keep(Booking next) {
        return Mono.fromRunnable(() -> {
            if (next.version() != booking.version() + 1) {
                throw new AssertionError("a version is left out");
            }
            booking = next;
            dueAt = Instant.EPOCH;
            parcel = Optional.empty();
            if (next.state() != BookingState.CANCEL_REQUESTED) {
                attempts = 0;
                takenAt = null;
                claimedUntil = Instant.EPOCH;
            }
        });
    }

    @Override
    public Flux<ShipmentId> due(Instant now, int limit) {
        return Flux.defer(() -> isFree(now) ? Flux.just(booking.id()) : Flux.empty());
    }

    @Override
    public Mono<ClaimedBooking> claim(ShipmentId id, Instant now, Instant until) {
        return Mono.fromSupplier(() -> {
            if (!isFree(now)) {
                return null;
            }
            attempts++;
            claimedUntil = until;
            takenAt = takenAt == null ? now : takenAt;
            return new ClaimedBooking(booking, parcel, attempts, takenAt, Optional.empty());
        });
    }

    @Override
    public Mono<Void> taking(ShipmentId id, Instant now) {
        return Mono.fromRunnable(() -> takenAt = now);
    }

    @Override
    public Mono<Void> postpone(ShipmentId id, Instant due) {
        return Mono.fromRunnable(() -> {
            dueAt = due;
            claimedUntil = Instant.EPOCH;
        });
    }

    @Override
    public Mono<Backlog> backlog() {
        return Mono.just(new Backlog(isOpen() ? 1 : 0, Optional.empty()));
    }

    private boolean isFree(Instant now) {
        return isOpen() && !dueAt.isAfter(now) && !claimedUntil.isAfter(now);
    }
}

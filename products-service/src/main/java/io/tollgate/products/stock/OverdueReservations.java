package io.tollgate.products.stock;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The reservations that wait for orders' decision, and those that wait too long: twice the time orders has. */
@Service
public class OverdueReservations {
    private final Reservations reservations;
    private final ReservationProperties properties;
    private final Clock clock;

    OverdueReservations(Reservations reservations, ReservationProperties properties, Clock clock) {
        this.reservations = reservations;
        this.properties = properties;
        this.clock = clock;
    }

    public Mono<Long> count() {
        return Mono.defer(() -> reservations.countOpen(deadline()));
    }

    /** The oldest first, those after the one given. */
    public Flux<OpenReservation> list(boolean overdueOnly, int limit, Optional<OpenReservation> after) {
        return Flux.defer(() -> reservations.open(overdueOnly ? deadline() : clock.instant(), limit, after));
    }

    public boolean isOverdue(OpenReservation reservation) {
        return reservation.madeAt().isBefore(deadline());
    }

    private Instant deadline() {
        return clock.instant().minus(properties.overdueAfter());
    }
}

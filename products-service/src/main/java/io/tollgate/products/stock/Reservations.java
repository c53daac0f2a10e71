package io.tollgate.products.stock;

import java.time.Instant;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All reservations, one per order. A lost race is an error on which the caller's transaction is run again. */
public interface Reservations {
    Mono<Reservation> find(OrderId orderId);

    /** Keeps a change of a reservation: its first version is added, a later one must follow the one that is kept. */
    Mono<Void> keep(Reservation reservation);

    /** How many made before then wait for orders' decision. */
    Mono<Long> countOpen(Instant madeBefore);

    /** Those made before then that wait for orders' decision, the oldest first. */
    Flux<OpenReservation> open(Instant madeBefore, int limit, Optional<OpenReservation> after);
}

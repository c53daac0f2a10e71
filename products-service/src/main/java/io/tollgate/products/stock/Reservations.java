package io.tollgate.products.stock;

import reactor.core.publisher.Mono;

/** All reservations, one per order. A lost race is an error on which the caller's transaction is run again. */
public interface Reservations {
    Mono<Reservation> find(OrderId orderId);

    /** Keeps a change of a reservation: its first version is added, a later one must follow the one that is kept. */
    Mono<Void> keep(Reservation reservation);
}

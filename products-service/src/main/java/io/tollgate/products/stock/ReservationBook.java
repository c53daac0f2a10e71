package io.tollgate.products.stock;

import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Keeps what became of a reservation: the state first, since it loses a race before any stock is touched. */
@Service
class ReservationBook {
    private final Reservations reservations;
    private final StockRoom room;
    private final StockEvents events;

    ReservationBook(Reservations reservations, StockRoom room, StockEvents events) {
        this.reservations = reservations;
        this.room = room;
        this.events = events;
    }

    Mono<Reservation> find(OrderId orderId) {
        return reservations.find(orderId);
    }

    Mono<Void> keep(Change change) {
        return change.happened() ? keepAll(change) : Mono.empty();
    }

    private Mono<Void> keepAll(Change change) {
        return reservations
                .keep(change.reservation())
                .then(Mono.defer(() -> room.move(change.reservation().orderId(), change.moves())))
                .then(Mono.defer(() -> events.publish(change.facts())));
    }
}

package io.tollgate.products.stock;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** An order was confirmed: what was set aside for it is sold. */
@Service
public class CommitReservation {
    private final ReservationBook book;

    CommitReservation(ReservationBook book) {
        this.book = book;
    }

    @Transactional
    public Mono<Void> handle(OrderId orderId) {
        return book.find(orderId)
                .map(Reservation::confirmed)
                .switchIfEmpty(Mono.fromSupplier(() -> Reservation.ended(orderId)))
                .flatMap(book::keep);
    }
}

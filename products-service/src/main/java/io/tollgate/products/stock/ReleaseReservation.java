package io.tollgate.products.stock;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** An order was canceled, or none of it was shipped: what was set aside for it, or even sold, is back. */
@Service
public class ReleaseReservation {
    private final ReservationBook book;

    ReleaseReservation(ReservationBook book) {
        this.book = book;
    }

    @Transactional
    public Mono<Void> handle(OrderId orderId) {
        return book.find(orderId)
                .map(Reservation::canceled)
                .switchIfEmpty(Mono.fromSupplier(() -> Reservation.ended(orderId)))
                .flatMap(book::keep);
    }
}

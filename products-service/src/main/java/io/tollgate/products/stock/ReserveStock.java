package io.tollgate.products.stock;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** An order was placed: sets all of its lines aside, or refuses. */
@Service
public class ReserveStock {
    private final ReservationBook book;
    private final StockRoom room;
    private final Clock clock;

    ReserveStock(ReservationBook book, StockRoom room, Clock clock) {
        this.book = book;
        this.room = room;
        this.clock = clock;
    }

    @Transactional
    public Mono<Void> handle(OrderId orderId, Collection<Line> lines) {
        return book.find(orderId)
                .map(known -> known.placed(clock.instant()))
                .switchIfEmpty(Mono.defer(() -> reserve(orderId, Line.merged(lines))))
                .flatMap(book::keep);
    }

    private Mono<Change> reserve(OrderId orderId, List<Line> lines) {
        return room.reserve(orderId, lines).map(shortage -> answer(orderId, lines, shortage));
    }

    private Change answer(OrderId orderId, List<Line> lines, Optional<Shortage> shortage) {
        return shortage.map(why -> Reservation.refused(orderId, why, clock.instant()))
                .orElseGet(() -> Reservation.reserved(orderId, lines, clock.instant()));
    }
}

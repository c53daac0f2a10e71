package io.tollgate.orders.order;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Payments gave back what an order's refund asked for, or refused: its own refunds are counted one by one. */
@Service
public class NoteRefund {
    private final OrderBook book;

    NoteRefund(OrderBook book) {
        this.book = book;
    }

    @Transactional
    public Mono<Void> handle(OrderId id, Happening happening, String cause) {
        return book.find(id)
                .flatMap(order -> book.decide(
                        order,
                        Publisher.PAYMENTS.wireName(),
                        cause,
                        (now, occasion, deadlines) -> now.note(happening, occasion, deadlines)))
                .then();
    }
}

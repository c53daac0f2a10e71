package io.tollgate.orders.order;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Another service answered: what becomes of the order, whatever comes first and however often, the table says. */
@Service
public class RecordAnswer {
    private final OrderBook book;

    RecordAnswer(OrderBook book) {
        this.book = book;
    }

    @Transactional
    public Mono<Void> handle(OrderId id, Answer answer, String cause) {
        return book.find(id)
                .flatMap(order -> book.decide(
                        order,
                        answer.publisher().wireName(),
                        cause,
                        (now, occasion, deadlines) -> now.hear(answer, occasion, deadlines)))
                .then();
    }
}

package io.tollgate.orders.order;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Products or payments answered: both yes confirms the order, one no cancels it, whatever comes first. */
@Service
public class RecordAnswer {
    private final OrderBook book;
    private final Clock clock;

    RecordAnswer(OrderBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Transactional
    public Mono<Void> handle(OrderId id, Answer answer, String cause) {
        return book.find(id)
                .map(order -> order.hear(answer, occasion(answer, cause)))
                .flatMap(book::keep)
                .then();
    }

    private Occasion occasion(Answer answer, String cause) {
        return new Occasion(clock.instant(), answer.publisher(), cause);
    }
}

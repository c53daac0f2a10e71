package io.tollgate.orders.order;

import io.tollgate.values.Money;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Asks for money back for another's shipped order: as much as is wished, or all that is left. */
@Service
public class RefundOrder {
    private final OrderBook book;

    RefundOrder(OrderBook book) {
        this.book = book;
    }

    @Transactional
    public Mono<Refund> handle(
            Viewer viewer, OrderId id, String refundId, Optional<Money> amount, Optional<String> reason, String cause) {
        return book.find(viewer, id).flatMap(order -> {
            if (viewer.bought(order)) {
                return Mono.error(new OwnOrder(id));
            }
            Refund refund = new Refund(refundId, amount.orElseGet(order::refundable), reason);
            return book.decide(
                            order,
                            viewer.actor(),
                            cause,
                            (now, occasion, deadlines) -> now.refund(refund, occasion, deadlines))
                    .thenReturn(refund);
        });
    }
}

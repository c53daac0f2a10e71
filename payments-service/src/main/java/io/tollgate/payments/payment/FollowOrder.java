package io.tollgate.payments.payment;

import io.tollgate.values.Ids;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Orders decided: captures what is authorized, or gives back what was taken; an order not seen yet is remembered. */
@Service
public class FollowOrder {
    private final Payments payments;
    private final PaymentBook book;
    private final Ids ids;
    private final Clock clock;

    FollowOrder(Payments payments, PaymentBook book, Ids ids, Clock clock) {
        this.payments = payments;
        this.book = book;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Mono<Void> handle(OrderId orderId, OrderDecision decision) {
        return payments.findByOrder(orderId)
                .map(payment -> payment.decided(decision, clock.instant()))
                .switchIfEmpty(Mono.fromSupplier(() -> unseen(orderId, decision)))
                .flatMap(book::keep);
    }

    private Change unseen(OrderId orderId, OrderDecision decision) {
        return Payment.decidedUnseen(new PaymentId(ids.next(PaymentId.PREFIX)), orderId, decision, clock.instant());
    }
}

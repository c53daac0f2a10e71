package io.tollgate.payments.payment;

import io.tollgate.values.Money;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Orders asks to give back a part of what was captured: each refund once, and refused with a fact if it cannot be. */
@Service
public class RequestRefund {
    private final Payments payments;
    private final PaymentBook book;
    private final Clock clock;

    RequestRefund(Payments payments, PaymentBook book, Clock clock) {
        this.payments = payments;
        this.book = book;
        this.clock = clock;
    }

    /** An order without a payment is no refusal but a message that came too early, or a mistake. */
    @Transactional
    public Mono<Void> handle(OrderId orderId, RefundId refundId, Money amount) {
        return payments.refund(refundId)
                .hasElement()
                .flatMap(known -> known ? Mono.empty() : ask(orderId, refundId, amount));
    }

    private Mono<Void> ask(OrderId orderId, RefundId refundId, Money amount) {
        return payments.findByOrder(orderId)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("no payment of " + orderId + " to refund")))
                .map(payment -> new Refunding(payment, clock.instant()).requested(refundId, amount))
                .flatMap(book::keep);
    }
}

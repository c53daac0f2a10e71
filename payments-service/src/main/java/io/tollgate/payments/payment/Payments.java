package io.tollgate.payments.payment;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All payments, one per order, with their refunds. A lost race is an error on which the caller's transaction is run again. */
public interface Payments {
    Mono<Payment> find(PaymentId id);

    Mono<Payment> findByOrder(OrderId orderId);

    /** Adds what is new with this change; the payment must still be as it was before the change. */
    Mono<Void> keep(Change change);

    /** Payments whose customers have not done by now what they had to. */
    Flux<PaymentId> withActionExpired(Instant now, int limit);

    Mono<Refund> refund(RefundId id);

    /** In the order in which they were asked for, the refused ones included. */
    Flux<Refund> refundsOf(PaymentId id);
}

package io.tollgate.payments.payment;

import reactor.core.publisher.Mono;

/** All payments, one per order. A lost race is an error on which the caller's transaction is run again. */
public interface Payments {
    Mono<Payment> find(PaymentId id);

    Mono<Payment> findByOrder(OrderId orderId);

    /** Adds a payment that is new with this change; any other must still be as it was before the change. */
    Mono<Void> keep(Change change);
}

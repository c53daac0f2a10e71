package io.tollgate.payments.payment;

/** The caller has no such payment. */
public final class PaymentNotFound extends PaymentRefused {
    PaymentNotFound(OrderId orderId) {
        super("no payment of " + orderId);
    }

    PaymentNotFound(PaymentId id) {
        super("no payment " + id);
    }
}

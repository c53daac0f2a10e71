package io.tollgate.payments.payment;

/** The payment does not wait for its customer: not any more, or it never did. */
public final class NoActionAwaited extends PaymentRefused {
    NoActionAwaited(PaymentId id) {
        super(id + " awaits no action");
    }
}

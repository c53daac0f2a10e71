package io.tollgate.payments.payment;

/** What a caller does not get from payments. */
public abstract sealed class PaymentRefused extends RuntimeException
        permits PaymentNotFound, NoActionAwaited, NothingToReverse {
    PaymentRefused(String message) {
        super(message, null, false, false);
    }
}

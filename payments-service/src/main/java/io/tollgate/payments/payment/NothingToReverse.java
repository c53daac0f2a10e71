package io.tollgate.payments.payment;

/** The card network refused no reversal of the payment, or it was ended by hand before. */
public final class NothingToReverse extends PaymentRefused {
    NothingToReverse(PaymentId id) {
        super(id + " is not stuck");
    }
}

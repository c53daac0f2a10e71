package io.tollgate.payments.payment;

/** The name of a payment for ever: {@code pay_…}. */
public record PaymentId(String value) {
    public static final String PREFIX = "pay";

    @Override
    public String toString() {
        return value;
    }
}

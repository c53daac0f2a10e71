package io.tollgate.payments.payment;

/** The order that is paid; an order has one payment. */
public record OrderId(String value) {
    public static final String PREFIX = "ord";

    @Override
    public String toString() {
        return value;
    }
}

package io.tollgate.payments.payment;

/** A refund that orders asked for: {@code ref_…}. */
public record RefundId(String value) {
    @Override
    public String toString() {
        return value;
    }
}

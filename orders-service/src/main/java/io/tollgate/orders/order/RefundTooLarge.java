package io.tollgate.orders.order;

import io.tollgate.values.Money;

/** More is asked back than is left of the total. */
public final class RefundTooLarge extends OrderRefused {
    private final transient Money refundable;

    RefundTooLarge(Money refundable) {
        super("no more than " + refundable + " is left");
        this.refundable = refundable;
    }

    public Money refundable() {
        return refundable;
    }
}

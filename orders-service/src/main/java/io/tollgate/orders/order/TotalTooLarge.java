package io.tollgate.orders.order;

/** The total is beyond what can be paid exactly. */
public final class TotalTooLarge extends OrderRefused {
    TotalTooLarge() {
        super("the total is beyond what can be paid exactly");
    }
}

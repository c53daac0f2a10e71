package io.tollgate.orders.order;

/** Who decides about money back is not who gets it. */
public final class OwnOrder extends OrderRefused {
    OwnOrder(OrderId id) {
        super("order " + id + " is the caller's own");
    }
}

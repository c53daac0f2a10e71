package io.tollgate.orders.order;

/** What is on its way cannot be canceled. */
public final class AlreadyShipped extends OrderRefused {
    AlreadyShipped(OrderId id) {
        super("order " + id + " is shipped");
    }
}

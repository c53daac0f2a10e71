package io.tollgate.orders.order;

/** Only what was shipped can be refunded; what was not is canceled. */
public final class NotShipped extends OrderRefused {
    NotShipped(OrderId id) {
        super("order " + id + " is not shipped");
    }
}

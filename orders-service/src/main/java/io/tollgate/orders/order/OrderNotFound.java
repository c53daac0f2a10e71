package io.tollgate.orders.order;

/** No such order, or none of this buyer. */
public final class OrderNotFound extends OrderRefused {
    OrderNotFound(OrderId id) {
        super("no order " + id);
    }
}

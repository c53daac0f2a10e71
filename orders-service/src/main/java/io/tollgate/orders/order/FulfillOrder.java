package io.tollgate.orders.order;

/** Workers are to pack and ship: a command, not a fact. */
public record FulfillOrder(Order order) implements OrderEvent {
    public ShippingAddress shippingAddress() {
        return order.purchase().shippingAddress().orElseThrow();
    }
}

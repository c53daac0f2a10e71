package io.tollgate.orders.order;

/** Workers are to tell the customer. */
public record OrderShipped(Order order) implements OrderEvent {
    public Shipment shipment() {
        return order.state().shipment().orElseThrow();
    }
}

package io.tollgate.orders.order;

/** Payments is to give the money back, products the stock, workers to stop the parcel. */
public record OrderCanceled(Order order) implements OrderEvent {
    public CancelReason reason() {
        return order.state().reason().orElseThrow();
    }
}

package io.tollgate.orders.order;

/**
 * Payments is to give the money back, products the stock, workers to stop the parcel.
 *
 * @param shipmentOpen whether the goods may be with the carrier: then the stock comes back when workers say that they are not
 */
public record OrderCanceled(Order order, boolean shipmentOpen) implements OrderEvent {
    public CancelReason reason() {
        return order.state().reason().orElseThrow();
    }
}

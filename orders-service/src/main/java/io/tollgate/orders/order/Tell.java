package io.tollgate.orders.order;

import java.util.function.BiFunction;

/** What others are told when an order takes a step. */
enum Tell {
    ORDER_CONFIRMED((order, happening) -> new OrderConfirmed(order)),
    FULFILL((order, happening) -> new FulfillOrder(order)),
    ORDER_SHIPPED((order, happening) -> new OrderShipped(order)),
    ORDER_CANCELED((order, happening) -> new OrderCanceled(order, false)),
    ORDER_CANCELED_SHIPMENT_OPEN((order, happening) -> new OrderCanceled(order, true)),
    REFUND_REQUESTED(
            (order, happening) -> new RefundRequested(order, happening.refund().orElseThrow()));

    private final BiFunction<Order, Happening, OrderEvent> fact;

    Tell(BiFunction<Order, Happening, OrderEvent> fact) {
        this.fact = fact;
    }

    /** The fact about the order as it is now. */
    OrderEvent about(Order order, Happening happening) {
        return fact.apply(order, happening);
    }
}

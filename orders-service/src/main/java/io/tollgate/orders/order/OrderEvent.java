package io.tollgate.orders.order;

/** What others are told about an order. */
public sealed interface OrderEvent
        permits OrderPlaced, OrderConfirmed, FulfillOrder, OrderShipped, OrderCanceled, RefundRequested {
    Order order();
}

package io.tollgate.orders.order;

/** What others are told about an order. */
public sealed interface OrderEvent permits OrderPlaced, OrderConfirmed, OrderCanceled {
    Order order();
}

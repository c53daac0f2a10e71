package io.tollgate.orders.order;

/** Payments is to give the money back, products the stock. */
public record OrderCanceled(Order order, CancelReason reason) implements OrderEvent {}

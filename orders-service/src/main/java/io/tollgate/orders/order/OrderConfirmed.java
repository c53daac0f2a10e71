package io.tollgate.orders.order;

/** Payments is to capture, products to commit. */
public record OrderConfirmed(Order order) implements OrderEvent {}

package io.tollgate.orders.order;

/** Products and payments are to answer. */
public record OrderPlaced(Order order, PaymentToken paymentToken) implements OrderEvent {}

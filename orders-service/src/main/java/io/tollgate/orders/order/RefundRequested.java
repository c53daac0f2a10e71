package io.tollgate.orders.order;

/** Payments is to give money back for what was shipped. */
public record RefundRequested(Order order, Refund refund) implements OrderEvent {}

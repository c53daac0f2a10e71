package io.tollgate.workers.notification;

/** What a user can be told about an order. */
public enum Template {
    ORDER_CONFIRMED,
    ORDER_CANCELED,
    ORDER_SHIPPED,
    REFUND_PAID
}

package io.tollgate.orders.order;

/** Where an order stands, in a word; the same words over HTTP. */
public enum OrderStatus {
    /** Waits for stock and payment. */
    PLACED,
    /** Both said yes. */
    CONFIRMED,
    /** Ended without delivery. */
    CANCELED
}

package io.tollgate.orders.order;

/** Where an order stands, in a word; the same words over HTTP. */
public enum OrderStatus {
    /** Waits for stock and payment. */
    PLACED,
    /** Both said yes; being paid, packed and handed over. */
    CONFIRMED,
    /** On its way; from now on money goes back only by a refund. */
    SHIPPED,
    /** Ended without delivery. */
    CANCELED;

    /** Nothing leaves it. */
    public boolean isTerminal() {
        return this == SHIPPED || this == CANCELED;
    }
}

package io.tollgate.payments.payment;

/** What orders decided about the order; a later decision outweighs an earlier one, whatever the order of their arrival. */
public enum OrderDecision {
    OPEN,
    CONFIRMED,
    CANCELED;

    boolean yieldsTo(OrderDecision other) {
        return other.ordinal() > ordinal();
    }
}

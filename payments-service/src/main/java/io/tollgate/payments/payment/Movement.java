package io.tollgate.payments.payment;

import io.tollgate.values.Money;

/**
 * Money that moved at the card network, or was set aside or released there.
 *
 * @param by the step that moved it
 */
public record Movement(Kind kind, IntentKey by, Money amount) {
    /** What happened to the money. */
    public enum Kind {
        HELD,
        CAPTURED,
        RELEASED,
        REFUNDED
    }
}

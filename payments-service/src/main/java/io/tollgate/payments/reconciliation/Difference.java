package io.tollgate.payments.reconciliation;

import io.tollgate.payments.ledger.Booked;
import io.tollgate.values.Money;
import java.util.Optional;

/** An operation about which the ledger and the card network do not agree. */
public record Difference(Kind kind, String operation, String reference, Optional<Money> ours, Optional<Money> theirs) {

    /** In what they do not agree. */
    public enum Kind {
        /** We know it, they do not. */
        MISSING,
        /** They know it, we do not. */
        EXTRA,
        AMOUNT
    }

    static Difference missing(Booked ours) {
        return new Difference(
                Kind.MISSING, ours.operation(), ours.reference(), Optional.of(ours.amount()), Optional.empty());
    }

    static Difference extra(Booked theirs) {
        return new Difference(
                Kind.EXTRA, theirs.operation(), theirs.reference(), Optional.empty(), Optional.of(theirs.amount()));
    }

    static Difference amount(Booked ours, Booked theirs) {
        return new Difference(
                Kind.AMOUNT,
                ours.operation(),
                ours.reference(),
                Optional.of(ours.amount()),
                Optional.of(theirs.amount()));
    }
}

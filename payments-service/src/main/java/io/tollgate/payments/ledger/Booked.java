package io.tollgate.payments.ledger;

import io.tollgate.values.Money;

/** An operation at the card network as the ledger knows it. */
public record Booked(String operation, Posting.Kind kind, String reference, Money amount) {}

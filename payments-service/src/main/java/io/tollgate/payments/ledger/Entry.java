package io.tollgate.payments.ledger;

import io.tollgate.values.Money;
import java.time.Instant;

/**
 * One side of a transfer.
 *
 * @param position where it stands in the ledger
 * @param amount more than zero when the account got it, less when it gave it
 * @param counterpart where it came from, or went to
 */
public record Entry(
        long position,
        String operation,
        Posting.Kind kind,
        String reference,
        Money amount,
        Account counterpart,
        Instant at) {}

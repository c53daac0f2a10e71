package io.tollgate.payments.ledger.web;

import io.tollgate.payments.ledger.Entry;
import java.time.Instant;
import java.util.Locale;

/** An entry as it is shown to who checks the books. */
record EntryResponse(
        String operation, String kind, String paymentId, SignedMoney amount, String counterpart, Instant postedAt) {
    static EntryResponse of(Entry entry) {
        return new EntryResponse(
                entry.operation(),
                entry.kind().name().toLowerCase(Locale.ROOT),
                entry.reference(),
                SignedMoney.of(entry.amount()),
                entry.counterpart().wire(),
                entry.at());
    }
}

package io.tollgate.payments.reconciliation.web;

import io.tollgate.payments.reconciliation.Difference;
import io.tollgate.payments.reconciliation.Reconciliation;
import io.tollgate.values.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A comparison as it is shown to who checks the books; of very many differences the first thousand. */
record ReconciliationResponse(
        LocalDate date,
        String status,
        long matched,
        long missing,
        long extra,
        long amountDifferent,
        List<Item> differences,
        Instant requestedAt,
        Optional<Instant> finishedAt) {
    private static final int SHOWN = 1000;

    record Item(String kind, String operation, String reference, Optional<Money> ours, Optional<Money> theirs) {
        static Item of(Difference difference) {
            return new Item(
                    difference.kind().name().toLowerCase(Locale.ROOT),
                    difference.operation(),
                    difference.reference(),
                    difference.ours(),
                    difference.theirs());
        }
    }

    static ReconciliationResponse of(Reconciliation found) {
        return new ReconciliationResponse(
                found.day(),
                found.pending() ? "requested" : "finished",
                found.result().matched(),
                found.result().count(Difference.Kind.MISSING),
                found.result().count(Difference.Kind.EXTRA),
                found.result().count(Difference.Kind.AMOUNT),
                found.result().differences().stream().limit(SHOWN).map(Item::of).toList(),
                found.requestedAt(),
                found.finishedAt());
    }
}

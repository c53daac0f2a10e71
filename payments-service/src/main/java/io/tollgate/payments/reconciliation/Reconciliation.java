package io.tollgate.payments.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The comparison of one day, as it was asked for last.
 *
 * @param result of the last one that was finished
 */
public record Reconciliation(
        LocalDate day, boolean pending, Instant requestedAt, Optional<Instant> finishedAt, Result result) {
    public Reconciliation with(List<Difference> differences) {
        return new Reconciliation(day, pending, requestedAt, finishedAt, new Result(result.matched(), differences));
    }
}

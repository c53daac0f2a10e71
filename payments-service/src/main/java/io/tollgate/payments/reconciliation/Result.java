package io.tollgate.payments.reconciliation;

import java.util.List;

/** What a comparison found: how many operations agree, and those that do not. */
public record Result(long matched, List<Difference> differences) {
    public long count(Difference.Kind kind) {
        return differences.stream()
                .filter(difference -> difference.kind() == kind)
                .count();
    }
}

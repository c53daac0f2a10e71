package io.tollgate.payments.reconciliation;

import java.time.LocalDate;

/** A day on which there was nothing to compare yet. */
public final class DayBeforeFirstPayment extends RuntimeException {
    private final LocalDate earliest;

    DayBeforeFirstPayment(LocalDate day, LocalDate earliest) {
        super(day + " is before the first payment", null, false, false);
        this.earliest = earliest;
    }

    public LocalDate earliest() {
        return earliest;
    }
}

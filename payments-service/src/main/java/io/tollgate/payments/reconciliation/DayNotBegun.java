package io.tollgate.payments.reconciliation;

import java.time.LocalDate;

/** A day in the future cannot be compared. */
public final class DayNotBegun extends RuntimeException {
    DayNotBegun(LocalDate day) {
        super(day + " has not begun", null, false, false);
    }
}

package io.tollgate.payments.reconciliation;

/** The card network's file cannot be had, or is no such file. */
public final class SettlementFailure extends RuntimeException {
    public SettlementFailure(String message, Throwable cause) {
        super(message, cause, false, false);
    }
}

package io.tollgate.payments.payment;

/** The card network gave no answer that can be relied on: whether the step was taken is not known. */
public final class NetworkFailure extends RuntimeException {
    public NetworkFailure(String message, Throwable cause) {
        super(message, cause, false, false);
    }
}

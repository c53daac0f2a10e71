package io.tollgate.payments.payment;

/** The card network gave no answer that can be relied on: whether the step was taken is not known, or it was not asked. */
public final class NetworkFailure extends RuntimeException {
    private final boolean asked;

    private NetworkFailure(String message, Throwable cause, boolean asked) {
        super(message, cause, false, false);
        this.asked = asked;
    }

    public static NetworkFailure inDoubt(String message, Throwable cause) {
        return new NetworkFailure(message, cause, true);
    }

    /** Nothing of this call left the house. */
    public static NetworkFailure notAsked(String message, Throwable cause) {
        return new NetworkFailure(message, cause, false);
    }

    public boolean wasAsked() {
        return asked;
    }
}

package io.tollgate.workers.email;

/** A mail as it is sent; may carry a secret and is never logged. */
public record Letter(Recipient recipient, String subject, String text) {
    @Override
    public String toString() {
        return "Letter[not shown]";
    }
}

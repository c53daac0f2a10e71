package io.tollgate.workers.email;

/** One thing that one user is told once; the mail's Message-ID is made of it, so that a repetition can be recognized. */
public record NotificationId(String value) {
    @Override
    public String toString() {
        return value;
    }
}

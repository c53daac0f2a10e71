package io.tollgate.workers.notification;

/** One thing that one user is told once. */
public record NotificationId(String value) {
    public static final String PREFIX = "ntf";
}

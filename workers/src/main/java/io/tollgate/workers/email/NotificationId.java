package io.tollgate.workers.email;

/** One thing that one user is told once. */
public record NotificationId(String value) {}

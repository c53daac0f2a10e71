package io.tollgate.workers.notification;

/** Who is told. */
public record UserId(String value) {}

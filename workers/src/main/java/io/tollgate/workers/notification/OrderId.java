package io.tollgate.workers.notification;

/** The order that somebody is told about. */
public record OrderId(String value) {}

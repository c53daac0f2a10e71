package io.tollgate.workers.email;

/** The order that somebody is told about. */
public record OrderId(String value) {}

package io.tollgate.workers.email;

/** Who is told. */
public record UserId(String value) {}

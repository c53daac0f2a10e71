package io.tollgate.workers.erasure;

/** Who is forgotten. */
public record UserId(String value) {}

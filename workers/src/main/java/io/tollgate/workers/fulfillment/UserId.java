package io.tollgate.workers.fulfillment;

/** Whose order it is. */
public record UserId(String value) {}

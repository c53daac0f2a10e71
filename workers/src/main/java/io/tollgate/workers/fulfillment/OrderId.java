package io.tollgate.workers.fulfillment;

/** The order that is shipped. */
public record OrderId(String value) {}

package io.tollgate.users.account;

/** Stands in for the code of another service. */
public record Account(String id) {}

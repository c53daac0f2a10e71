package io.tollgate.users.client;

/** A client just made, with its first key. */
public record NewClient(Client client, NewKey key) {}

package io.tollgate.users.client;

/** A client just made, with its key and, for this once, the key's secret. */
public record NewClient(Client client, ApiKey key, KeySecret secret) {}

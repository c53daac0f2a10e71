package io.tollgate.users.client;

/** A key just made, with its secret for this once. */
public record NewKey(ApiKey key, KeySecret secret) {}

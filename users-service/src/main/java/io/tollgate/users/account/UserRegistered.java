package io.tollgate.users.account;

import java.time.Instant;

/** Somebody made an account. */
public record UserRegistered(String userId, long version, Instant registeredAt) {}

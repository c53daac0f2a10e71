package io.tollgate.users.token;

import java.time.Instant;

/** A token as it is kept. */
public record Token(String hash, String userId, Purpose purpose, Instant expiresAt) {}

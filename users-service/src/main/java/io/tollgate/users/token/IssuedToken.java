package io.tollgate.users.token;

import java.time.Instant;

/** A token just made, to be mailed. */
public record IssuedToken(TokenSecret secret, Instant expiresAt) {}

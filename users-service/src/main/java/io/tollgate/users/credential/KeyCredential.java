package io.tollgate.users.credential;

import java.time.Instant;
import java.util.Optional;

/** What an API key proves: which key of which client it is, and until when that holds. */
public record KeyCredential(String keyId, String environment, Optional<Instant> expiresAt, ClientTerms client) {}

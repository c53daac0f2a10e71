package io.tollgate.users.client;

import io.tollgate.users.credential.KeyHash;
import java.time.Instant;

/**
 * A key as it is kept.
 *
 * @param prefix how the secret begins, for support to know it by
 */
public record ApiKey(String id, String clientId, String prefix, KeyHash hash, Instant createdAt) {}

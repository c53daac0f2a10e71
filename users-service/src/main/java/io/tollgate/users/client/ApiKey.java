package io.tollgate.users.client;

import io.tollgate.users.credential.KeyHash;
import java.time.Instant;
import java.util.Optional;

/**
 * A key as it is kept.
 *
 * @param prefix how the secret begins, for support to know it by
 * @param lastUsedAt to the minute
 */
public record ApiKey(
        String id,
        String clientId,
        KeyEnvironment environment,
        String prefix,
        KeyHash hash,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt,
        Optional<Instant> lastUsedAt) {
    static ApiKey create(String id, String clientId, KeySecret secret, Optional<Instant> expiresAt, Instant now) {
        return new ApiKey(
                id,
                clientId,
                secret.environment(),
                secret.prefix(),
                secret.hash(),
                now,
                expiresAt,
                Optional.empty(),
                Optional.empty());
    }

    ApiKey revoked(Instant now) {
        return new ApiKey(id, clientId, environment, prefix, hash, createdAt, expiresAt, Optional.of(now), lastUsedAt);
    }

    /** Never later than it would have ended. */
    ApiKey endingAt(Instant end) {
        Instant earlier = expiresAt.filter(own -> own.isBefore(end)).orElse(end);
        return new ApiKey(
                id, clientId, environment, prefix, hash, createdAt, Optional.of(earlier), revokedAt, lastUsedAt);
    }

    public KeyStatus status(Instant now) {
        if (revokedAt.isPresent()) {
            return KeyStatus.REVOKED;
        }
        return expiresAt.filter(end -> !end.isAfter(now)).isPresent() ? KeyStatus.EXPIRED : KeyStatus.ACTIVE;
    }
}

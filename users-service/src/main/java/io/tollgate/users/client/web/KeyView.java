package io.tollgate.users.client.web;

import io.tollgate.users.client.ApiKey;
import io.tollgate.users.client.KeyStatus;
import io.tollgate.users.client.NewKey;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A key; with its secret in the one answer that makes it. */
record KeyView(
        String id,
        String prefix,
        String environment,
        String status,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt,
        Optional<Instant> lastUsedAt,
        Optional<String> secret) {
    record All(List<KeyView> items) {}

    static KeyView of(ApiKey key, Instant now) {
        return view(key, key.status(now), Optional.empty());
    }

    static KeyView of(NewKey made) {
        return view(made.key(), KeyStatus.ACTIVE, Optional.of(made.secret().value()));
    }

    private static KeyView view(ApiKey key, KeyStatus status, Optional<String> secret) {
        return new KeyView(
                key.id(),
                key.prefix(),
                key.environment().word(),
                status.name().toLowerCase(Locale.ROOT),
                key.createdAt(),
                key.expiresAt(),
                key.revokedAt(),
                key.lastUsedAt(),
                secret);
    }

    @Override
    public String toString() {
        return "KeyView[" + id + "]";
    }
}

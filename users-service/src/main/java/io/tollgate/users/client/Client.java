package io.tollgate.users.client;

import java.time.Instant;

/** An application that may call the platform, within its plan and its scopes. */
public record Client(
        String id,
        ClientDetails details,
        ClientStatus status,
        long credentialVersion,
        long version,
        Instant createdAt) {
    static Client create(String id, ClientDetails details, Instant now) {
        return new Client(id, details, ClientStatus.ACTIVE, 1, 1, now);
    }

    /** Whether its keys open anything at this time. */
    boolean isUsable(Instant now) {
        return status == ClientStatus.ACTIVE
                && details.expiresAt().filter(end -> !end.isAfter(now)).isEmpty();
    }
}

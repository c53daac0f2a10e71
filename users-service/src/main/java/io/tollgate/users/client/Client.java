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

    /** Decided anew; the same when nothing is. */
    Client becoming(ClientDetails other, ClientStatus now) {
        boolean same = other.equals(details) && now == status;
        return same ? this : new Client(id, other, now, credentialVersion + 1, version + 1, createdAt);
    }

    /** The same client, and another credential: what was verified of it has to be verified again. */
    Client forgotten() {
        return new Client(id, details, status, credentialVersion + 1, version, createdAt);
    }

    /** Whether its keys open anything at this time. */
    boolean isUsable(Instant now) {
        return status == ClientStatus.ACTIVE
                && details.expiresAt().filter(end -> !end.isAfter(now)).isEmpty();
    }
}

package io.tollgate.users.client;

import java.time.Instant;
import java.util.Set;

/** An application that may call the platform, within its plan and its scopes. */
public record Client(
        String id,
        String name,
        String plan,
        Set<String> scopes,
        long credentialVersion,
        long version,
        Instant createdAt) {
    public Client {
        scopes = Set.copyOf(scopes);
    }

    static Client create(String id, String name, String plan, Set<String> scopes, Instant now) {
        return new Client(id, name.strip(), plan, scopes, 1, 1, now);
    }
}

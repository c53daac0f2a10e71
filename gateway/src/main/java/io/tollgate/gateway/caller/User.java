package io.tollgate.gateway.caller;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The person who acts.
 *
 * @param expiresAt when what proved it ends by itself; a password does not
 */
public record User(String id, Set<String> roles, long credentialVersion, Optional<Instant> expiresAt)
        implements Verified {
    public User {
        roles = Set.copyOf(roles);
    }
}

package io.tollgate.users.audit;

import java.util.Optional;

/** Who does something: a user through an API client, a client for somebody unknown, or the service itself. */
public record Actor(Optional<String> clientId, Optional<String> userId) {
    public static final Actor SYSTEM = new Actor(Optional.empty(), Optional.empty());
}

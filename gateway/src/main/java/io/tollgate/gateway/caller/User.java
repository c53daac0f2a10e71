package io.tollgate.gateway.caller;

import java.util.Set;

/** The person who acts, named by e-mail address and password. */
public record User(String id, Set<String> roles, long credentialVersion) implements Verified {
    public User {
        roles = Set.copyOf(roles);
    }
}

package io.tollgate.users.account;

import io.tollgate.users.credential.Email;
import java.time.Instant;
import java.util.Set;

/** Somebody with an account; the password is kept beside it and not part of it. */
public record User(
        String id,
        Email email,
        String name,
        Set<String> roles,
        long credentialVersion,
        long version,
        Instant createdAt) {
    public User {
        roles = Set.copyOf(roles);
    }

    static User register(String id, Email email, String name, Set<String> roles, Instant now) {
        return new User(id, email, name.strip(), roles, 1, 1, now);
    }

    UserRegistered registered() {
        return new UserRegistered(id, version, createdAt);
    }
}

package io.tollgate.users.account.web;

import io.tollgate.users.account.User;
import java.time.Instant;
import java.util.List;

/** A user as the user sees it. */
record UserResponse(String id, String email, String name, List<String> roles, Instant createdAt) {
    static UserResponse of(User user) {
        return new UserResponse(
                user.id(),
                user.email().value(),
                user.name(),
                user.roles().stream().sorted().toList(),
                user.createdAt());
    }
}

package io.tollgate.users.profile.web;

import io.tollgate.users.account.User;
import io.tollgate.users.credential.Email;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A user as the user sees it. */
record MeResponse(
        String id, String email, Optional<String> pendingEmail, String name, List<String> roles, Instant createdAt) {
    static MeResponse of(User user) {
        return new MeResponse(
                user.id(),
                user.profile().email().value(),
                user.profile().pendingEmail().map(Email::value),
                user.profile().name(),
                user.standing().roles().stream().sorted().toList(),
                user.createdAt());
    }

    @Override
    public String toString() {
        return "MeResponse[" + id + "]";
    }
}

package io.tollgate.users.account.web;

import io.tollgate.users.account.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A user as an administrator sees it; of an erased one there is nothing left but the id. */
record UserResponse(
        String id,
        Optional<String> email,
        Optional<String> name,
        List<String> roles,
        String status,
        boolean verified,
        Instant createdAt) {
    static UserResponse of(User user) {
        Optional<User> living = Optional.of(user).filter(one -> !one.isErased());
        return new UserResponse(
                user.id(),
                living.map(one -> one.profile().email().value()),
                living.map(one -> one.profile().name()),
                user.standing().roles().stream().sorted().toList(),
                user.standing().status().name(),
                user.standing().verified(),
                user.createdAt());
    }

    @Override
    public String toString() {
        return "UserResponse[" + id + "]";
    }
}

package io.tollgate.users.account.messages;

import io.tollgate.users.account.UserRegistered;
import java.time.Instant;

/** {@code users.user-registered.v1}: the id alone, personal data stays here. */
record UserRegisteredMessage(String userId, long version, Instant registeredAt) {
    static final String TYPE = "users.user-registered.v1";

    static UserRegisteredMessage of(UserRegistered fact) {
        return new UserRegisteredMessage(fact.userId(), fact.version(), fact.registeredAt());
    }
}

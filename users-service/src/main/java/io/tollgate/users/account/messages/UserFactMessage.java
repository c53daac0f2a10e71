package io.tollgate.users.account.messages;

import io.tollgate.users.account.UserFact;
import java.time.Instant;

/** What is said of a user: the id alone, personal data stays here. */
interface UserFactMessage {
    /** {@code users.user-registered.v1}. */
    record Registered(String userId, long version, Instant registeredAt) implements UserFactMessage {}

    /** {@code users.user-changed.v1}. */
    record Changed(String userId, long version, Instant changedAt) implements UserFactMessage {}

    /** {@code users.user-deactivated.v1}. */
    record Deactivated(String userId, long version, Instant deactivatedAt) implements UserFactMessage {}

    /** {@code users.user-erased.v1}. */
    record Erased(String userId, long version, Instant erasedAt) implements UserFactMessage {}

    /** The type under which a message is said. */
    default String type() {
        if (this instanceof Registered) {
            return "users.user-registered.v1";
        }
        if (this instanceof Changed) {
            return "users.user-changed.v1";
        }
        return this instanceof Deactivated ? "users.user-deactivated.v1" : "users.user-erased.v1";
    }

    static UserFactMessage of(UserFact fact) {
        if (fact instanceof UserFact.Registered one) {
            return new Registered(one.userId(), one.version(), one.registeredAt());
        }
        if (fact instanceof UserFact.Changed one) {
            return new Changed(one.userId(), one.version(), one.changedAt());
        }
        if (fact instanceof UserFact.Deactivated one) {
            return new Deactivated(one.userId(), one.version(), one.deactivatedAt());
        }
        if (fact instanceof UserFact.Erased one) {
            return new Erased(one.userId(), one.version(), one.erasedAt());
        }
        throw new AssertionError(fact);
    }
}

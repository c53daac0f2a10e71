package io.tollgate.users.account;

import java.time.Instant;

/** What others learn about a user: the id, never anything personal. */
public sealed interface UserFact {
    String userId();

    long version();

    /** Somebody has an account and a proven address. */
    record Registered(String userId, long version, Instant registeredAt) implements UserFact {}

    /** Something about a user is different. */
    record Changed(String userId, long version, Instant changedAt) implements UserFact {}

    /** A user may not act for now. */
    record Deactivated(String userId, long version, Instant deactivatedAt) implements UserFact {}

    /** A user is gone. */
    record Erased(String userId, long version, Instant erasedAt) implements UserFact {}
}

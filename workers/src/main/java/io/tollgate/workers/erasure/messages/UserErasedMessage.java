package io.tollgate.workers.erasure.messages;

import static java.util.Objects.requireNonNull;

/** What workers reads of users.user-erased.v1. */
record UserErasedMessage(String userId, long version) {
    static final String TYPE = "users.user-erased.v1";

    UserErasedMessage {
        requireNonNull(userId, "userId");
    }
}

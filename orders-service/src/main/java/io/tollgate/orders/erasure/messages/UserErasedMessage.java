package io.tollgate.orders.erasure.messages;

import java.util.Objects;

/** What orders reads of users.user-erased.v1. */
record UserErasedMessage(String userId, long version) {
    static final String TYPE = "users.user-erased.v1";

    UserErasedMessage {
        Objects.requireNonNull(userId, "userId");
    }
}

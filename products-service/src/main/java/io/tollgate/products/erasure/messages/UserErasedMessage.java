package io.tollgate.products.erasure.messages;

import static java.util.Objects.requireNonNull;

/** What products reads of users.user-erased.v1. */
record UserErasedMessage(String userId, long version) {
    static final String TYPE = "users.user-erased.v1";

    UserErasedMessage {
        requireNonNull(userId, "userId");
    }
}

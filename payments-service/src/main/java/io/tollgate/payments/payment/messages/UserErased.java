package io.tollgate.payments.payment.messages;

import java.util.Objects;

/** What payments reads of a user who closed the account. */
record UserErased(String userId, long version) {
    UserErased {
        Objects.requireNonNull(userId);
    }
}

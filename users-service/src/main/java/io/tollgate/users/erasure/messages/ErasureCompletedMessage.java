package io.tollgate.users.erasure.messages;

import static java.util.Objects.requireNonNull;

import io.tollgate.users.erasure.Erasure.Receipt;
import java.time.Instant;

/** What users reads of {@code <publisher>.erasure-completed.v1}. */
record ErasureCompletedMessage(String userId, Long items, Instant completedAt) {
    ErasureCompletedMessage {
        requireNonNull(userId, "userId");
        requireNonNull(items, "items");
        requireNonNull(completedAt, "completedAt");
    }

    Receipt from(String publisher) {
        return new Receipt(publisher, items, completedAt);
    }
}

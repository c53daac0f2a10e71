package io.tollgate.products.erasure.messages;

import java.time.Instant;

/** products.erasure-completed.v1 as it goes over the bus. */
record ErasureCompletedMessage(String userId, long erasedVersion, long items, Instant completedAt) {
    static final String TYPE = "products.erasure-completed.v1";
}

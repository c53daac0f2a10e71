package io.tollgate.orders.erasure.messages;

import java.time.Instant;

/** orders.erasure-completed.v1 as it goes over the bus. */
record ErasureCompletedMessage(String userId, long erasedVersion, long items, Instant completedAt) {
    static final String TYPE = "orders.erasure-completed.v1";
}

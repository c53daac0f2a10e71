package io.tollgate.workers.erasure.messages;

import java.time.Instant;

/** workers.erasure-completed.v1 as it goes over the bus. */
record ErasureCompletedMessage(String userId, long erasedVersion, long items, Instant completedAt) {
    static final String TYPE = "workers.erasure-completed.v1";
}

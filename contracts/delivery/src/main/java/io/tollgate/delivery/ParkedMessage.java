package io.tollgate.delivery;

import java.time.Instant;

/**
 * A message that waits in this service's own database.
 *
 * @param message as it was received
 * @param attempts tries so far; 0 when it only waits behind another
 * @param nextAttemptAt when it is due
 */
record ParkedMessage(
        long position, String consumer, String key, IncomingMessage message, int attempts, Instant nextAttemptAt) {}

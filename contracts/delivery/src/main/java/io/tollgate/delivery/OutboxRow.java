package io.tollgate.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A message on its way: everything its sending needs, so that any process can do it at any time. */
record OutboxRow(
        long position,
        String messageId,
        String source,
        String destination,
        String type,
        String subject,
        long version,
        Optional<String> sessionId,
        Optional<Duration> timeToLive,
        WireTrace trace,
        Map<String, String> properties,
        String body,
        Instant occurredAt,
        Instant createdAt) {
    /** The database gives the position. */
    static final long UNPLACED = 0;
}

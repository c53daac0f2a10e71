package io.tollgate.servicebus.topology;

import java.time.Duration;

/** The properties of a queue, topic or subscription, under Azure's names and with its defaults. */
public record Settings(
        boolean requiresSession,
        Duration lockDuration,
        int maxDeliveryCount,
        Duration defaultMessageTimeToLive,
        boolean deadLetteringOnMessageExpiration,
        boolean requiresDuplicateDetection,
        Duration duplicateDetectionHistoryTimeWindow,
        String forwardTo,
        String forwardDeadLetteredMessagesTo) {

    /** Azure's "for ever". */
    public static final Duration UNLIMITED = Duration.ofMillis(Long.MAX_VALUE / 4);

    public static final Settings DEFAULTS =
            new Settings(false, Duration.ofMinutes(1), 10, UNLIMITED, false, false, Duration.ofMinutes(10), null, null);
}

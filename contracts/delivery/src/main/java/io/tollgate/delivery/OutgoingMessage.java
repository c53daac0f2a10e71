package io.tollgate.delivery;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Something to be said to others once the work around it is committed.
 *
 * @param destination the entity it goes to
 * @param type CloudEvents type, such as {@code orders.order-placed.v1}
 * @param subject id of the aggregate it is about: what is said about one aggregate is sent in order
 * @param version version of that aggregate, 0 for a command
 * @param data the body, written as JSON
 * @param sessionId session of the entity, when it has sessions
 * @param timeToLive after this time nobody needs it any more
 */
public record OutgoingMessage(
        String destination,
        String type,
        String subject,
        long version,
        Object data,
        Optional<String> sessionId,
        Optional<Duration> timeToLive) {
    /** Where every publisher's facts go; each reader has a subscription that filters by type. */
    public static final String FACTS = "events-topic";

    public OutgoingMessage {
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(data, "data");
    }

    public static OutgoingMessage fact(String type, String aggregateId, long version, Object data) {
        return new OutgoingMessage(FACTS, type, aggregateId, version, data, Optional.empty(), Optional.empty());
    }

    public static OutgoingMessage command(String destination, String type, String subject, Object data) {
        return new OutgoingMessage(destination, type, subject, 0, data, Optional.empty(), Optional.empty());
    }

    public OutgoingMessage inSession(String session) {
        return new OutgoingMessage(destination, type, subject, version, data, Optional.of(session), timeToLive);
    }

    public OutgoingMessage expiringAfter(Duration time) {
        return new OutgoingMessage(destination, type, subject, version, data, sessionId, Optional.of(time));
    }
}

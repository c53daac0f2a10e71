package io.tollgate.servicebus.broker;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is put into a queue, before it has a sequence number there. */
public record Placement(
        Body body,
        QueuedMessage.State state,
        long enqueuedSequence,
        long enqueuedTime,
        long expiresAt,
        long scheduledTime,
        String sessionId,
        String deadLetterSource,
        int deliveryCount,
        Map<String, Object> properties) {

    /** A message that is new to the broker. */
    static Placement fresh(Body body, String sessionId, long now, long expiresAt) {
        return new Placement(body, QueuedMessage.State.ACTIVE, 0, now, expiresAt, 0, sessionId, null, 0, Map.of());
    }

    Placement scheduledFor(long time, long expires) {
        return new Placement(
                body,
                QueuedMessage.State.SCHEDULED,
                enqueuedSequence,
                enqueuedTime,
                expires,
                time,
                sessionId,
                deadLetterSource,
                deliveryCount,
                properties);
    }

    /** A scheduled message whose time has come: enqueued now, under a number of its own. */
    Placement activated(long now) {
        return new Placement(
                body, QueuedMessage.State.ACTIVE, 0, now, expiresAt, scheduledTime, sessionId, null, 0, properties);
    }

    /** Dead letters live for ever and are active, whatever they were. */
    Placement deadLettered(String source, long expires, Map<String, Object> added) {
        return new Placement(
                body,
                QueuedMessage.State.ACTIVE,
                enqueuedSequence,
                enqueuedTime,
                expires,
                scheduledTime,
                sessionId,
                source,
                deliveryCount,
                merged(properties, added));
    }

    Placement counted(int failures) {
        return new Placement(
                body,
                state,
                enqueuedSequence,
                enqueuedTime,
                expiresAt,
                scheduledTime,
                sessionId,
                deadLetterSource,
                failures,
                properties);
    }

    Placement of(Body other, String session) {
        return new Placement(
                other,
                state,
                enqueuedSequence,
                enqueuedTime,
                expiresAt,
                scheduledTime,
                session,
                deadLetterSource,
                deliveryCount,
                properties);
    }

    Placement with(Map<String, Object> added, long expires) {
        return new Placement(
                body,
                state,
                enqueuedSequence,
                enqueuedTime,
                expires,
                scheduledTime,
                sessionId,
                deadLetterSource,
                deliveryCount,
                merged(properties, added));
    }

    static Map<String, Object> merged(Map<String, Object> base, Map<String, Object> added) {
        if (added.isEmpty()) {
            return base;
        }
        Map<String, Object> merged = new LinkedHashMap<>(base);
        merged.putAll(added);
        return merged;
    }
}

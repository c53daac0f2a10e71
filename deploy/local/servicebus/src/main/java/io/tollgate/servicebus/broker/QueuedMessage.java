package io.tollgate.servicebus.broker;

import io.tollgate.servicebus.message.Delivered;
import java.util.Map;
import java.util.UUID;

/** A message in one queue, with all that the broker knows of it. */
public final class QueuedMessage {

    /** Whether a receiver may have it, under the numbers of the wire. */
    public enum State {
        ACTIVE,
        DEFERRED,
        SCHEDULED
    }

    final long sequence;
    final long enqueuedSequence;
    final long enqueuedTime;
    final long expiresAt;
    final long scheduledTime;
    final String sessionId;
    final String deadLetterSource;
    private Body body;

    State state;
    int deliveryCount;
    Map<String, Object> properties;

    /** The lock's token, or null when nobody holds it. */
    UUID lock;

    long lockedUntil;
    Timers.Timer timer;

    /** A change that concerns this message is on its way; nothing else may touch it. */
    boolean busy;

    QueuedMessage(Placement placement, long sequence) {
        this.sequence = sequence;
        this.enqueuedSequence = placement.enqueuedSequence() == 0 ? sequence : placement.enqueuedSequence();
        this.enqueuedTime = placement.enqueuedTime();
        this.expiresAt = placement.expiresAt();
        this.scheduledTime = placement.scheduledTime();
        this.sessionId = placement.sessionId();
        this.deadLetterSource = placement.deadLetterSource();
        this.body = placement.body();
        this.state = placement.state();
        this.deliveryCount = placement.deliveryCount();
        this.properties = placement.properties();
    }

    public long sequence() {
        return sequence;
    }

    public Body body() {
        return body;
    }

    public void body(Body moved) {
        this.body = moved;
    }

    public State state() {
        return state;
    }

    public int deliveryCount() {
        return deliveryCount;
    }

    public String sessionId() {
        return sessionId;
    }

    public long lockedUntil() {
        return lockedUntil;
    }

    /** All of it but what changes from queue to queue, for a copy elsewhere. */
    public Placement placement() {
        return new Placement(
                body,
                state,
                enqueuedSequence,
                enqueuedTime,
                expiresAt,
                scheduledTime,
                sessionId,
                deadLetterSource,
                deliveryCount,
                properties);
    }

    /** As a receiver gets it. */
    public Delivered delivered() {
        return new Delivered(
                body.bytes(),
                deliveryCount,
                sequence,
                enqueuedSequence,
                enqueuedTime,
                lock == null ? 0 : lockedUntil,
                state.ordinal(),
                deadLetterSource,
                properties);
    }
}

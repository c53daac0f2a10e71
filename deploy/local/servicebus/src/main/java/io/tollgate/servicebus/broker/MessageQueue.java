package io.tollgate.servicebus.broker;

import io.tollgate.servicebus.topology.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The messages of a queue, a subscription or a dead-letter queue, and who may have them. */
public final class MessageQueue implements Entity {

    private final String path;
    private final Settings settings;
    private final Broker broker;
    private final MessageQueue deadLetters;
    private final DuplicateWindow duplicates;
    private final TreeMap<Long, QueuedMessage> all = new TreeMap<>();
    private final Locks locks = new Locks();
    private final Lane plain = new Lane(null);
    private final Sessions sessions;
    private final Dispatch dispatch;
    private final Counts counts = new Counts();
    private final Alarms alarms;
    private long lastSequence;

    MessageQueue(String path, Settings settings, Broker broker, MessageQueue deadLetters) {
        this.path = path;
        this.settings = settings;
        this.broker = broker;
        this.deadLetters = deadLetters;
        this.duplicates = Entity.window(settings);
        this.sessions = settings.requiresSession() ? new Sessions(this, broker.timers()) : null;
        this.dispatch = new Dispatch(this, broker);
        this.alarms = new Alarms(this, broker);
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public DuplicateWindow duplicates() {
        return duplicates;
    }

    /** Where its dead letters go, or null when it is a dead-letter queue itself. */
    public MessageQueue deadLetters() {
        return deadLetters;
    }

    /** Its sessions, or null when it has none. */
    public Sessions sessions() {
        return sessions;
    }

    public void subscribe(Consumer consumer) {
        dispatch.add(consumer);
    }

    public void unsubscribe(Consumer consumer) {
        dispatch.remove(consumer);
    }

    /** Has something new to give or somebody new to give to. */
    public void dirty() {
        broker.dirty(this);
    }

    /** Messages from a sequence number on, in order, locked or not. */
    public List<QueuedMessage> peek(long from, int most, String session) {
        List<QueuedMessage> found = new ArrayList<>();
        for (QueuedMessage message : all.tailMap(from).values()) {
            if (found.size() == most) {
                break;
            }
            if (session == null || session.equals(message.sessionId)) {
                found.add(message);
            }
        }
        return found;
    }

    public QueuedMessage get(long sequence) {
        return all.get(sequence);
    }

    /** The lease of a token, or a refusal when it is held no longer. */
    public Lease lease(UUID token) {
        return new Lease(this, locks.held(token), token);
    }

    public long renew(UUID token) {
        QueuedMessage message = lease(token).message();
        message.lockedUntil = broker.timers().now() + settings.lockDuration().toMillis();
        alarms.set(message);
        return message.lockedUntil;
    }

    /** Locks a message that nobody holds, until its session's lock ends if it has one. */
    Lease lock(QueuedMessage message) {
        laneOf(message).remove(message);
        long until = sessions == null
                ? broker.timers().now() + settings.lockDuration().toMillis()
                : sessions.lockedUntil(message.sessionId);
        locks.put(message, broker.newToken(), until);
        alarms.set(message);
        return new Lease(this, message, message.lock);
    }

    /** Ends a lock without counting, and puts the message back in its place. */
    public void unlock(Lease lease) {
        if (lease.holds()) {
            release(lease.message());
            dirty();
        }
    }

    void insert(QueuedMessage message) {
        lastSequence = Math.max(lastSequence, message.sequence);
        all.put(message.sequence, message);
        counts.arrived(message);
        if (sessions != null) {
            sessions.updated(message.sessionId);
        }
        settle(message);
        dirty();
    }

    void drop(QueuedMessage message) {
        locks.forget(message);
        laneOf(message).remove(message);
        alarms.cancel(message);
        if (all.remove(message.sequence) != null) {
            counts.left(message);
        }
        broker.forget(message);
    }

    void modify(QueuedMessage message, QueuedMessage.State state, int deliveryCount, Map<String, Object> properties) {
        counts.changed(message.state, state);
        message.state = state;
        message.deliveryCount = deliveryCount;
        message.properties = properties;
        message.busy = false;
        release(message);
        dirty();
    }

    void unbusy(QueuedMessage message) {
        message.busy = false;
        if (message.lock == null || message.lockedUntil <= broker.timers().now()) {
            release(message);
            dirty();
        }
        alarms.retry(message);
    }

    void releaseLocks(String session, boolean counted) {
        for (QueuedMessage message : locks.ofSession(session)) {
            if (counted) {
                broker.settlements().lockExpired(this, message);
            } else {
                release(message);
            }
        }
    }

    long nextSequence() {
        return ++lastSequence;
    }

    public long lastSequence() {
        return lastSequence;
    }

    void lastSequence(long known) {
        lastSequence = Math.max(lastSequence, known);
    }

    Lane plainLane() {
        return plain;
    }

    Dispatch dispatch() {
        return dispatch;
    }

    public Iterable<QueuedMessage> messages() {
        return all.values();
    }

    public int activeCount() {
        return all.size() - counts.scheduled() - counts.deferred();
    }

    public Counts counts() {
        return counts;
    }

    public int lockedCount() {
        return locks.size();
    }

    public int consumerCount() {
        return dispatch.size();
    }

    private void release(QueuedMessage message) {
        locks.forget(message);
        settle(message);
    }

    private void settle(QueuedMessage message) {
        if (message.state == QueuedMessage.State.ACTIVE) {
            laneOf(message).add(message);
        }
        alarms.set(message);
    }

    private Lane laneOf(QueuedMessage message) {
        return sessions == null ? plain : sessions.lane(message.sessionId);
    }
}

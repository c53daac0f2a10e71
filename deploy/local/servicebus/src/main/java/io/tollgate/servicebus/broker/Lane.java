package io.tollgate.servicebus.broker;

import java.util.Collection;
import java.util.TreeMap;

/** Messages ready to be had, in order: all of a plain queue, or those of one session. */
final class Lane {

    private final String session;
    private final TreeMap<Long, QueuedMessage> ready = new TreeMap<>();
    private Consumer holder;
    private long lockedUntil;
    private Timers.Timer timer;
    private byte[] state;
    private long updatedAt;

    Lane(String session) {
        this.session = session;
    }

    String session() {
        return session;
    }

    void add(QueuedMessage message) {
        ready.put(message.sequence, message);
    }

    void remove(QueuedMessage message) {
        ready.remove(message.sequence);
    }

    QueuedMessage first() {
        return ready.isEmpty() ? null : ready.firstEntry().getValue();
    }

    Collection<QueuedMessage> ready() {
        return ready.values();
    }

    Consumer holder() {
        return holder;
    }

    long lockedUntil() {
        return lockedUntil;
    }

    /** Locks the session; returns the timer that this replaces. */
    Timers.Timer hold(Consumer consumer, long until, Timers.Timer expiry) {
        Timers.Timer replaced = timer;
        holder = consumer;
        lockedUntil = until;
        timer = expiry;
        return replaced;
    }

    byte[] state() {
        return state;
    }

    void state(byte[] replacement) {
        state = replacement;
    }

    void updatedAt(long time) {
        updatedAt = time;
    }

    /** When a message or state last came, as far as it is known since the start. */
    long updatedAt() {
        return updatedAt;
    }

    /** Whether it has messages that are not put aside; a holder may have them all. */
    boolean hasMessages() {
        return !ready.isEmpty() || holder != null;
    }

    /** Whether forgetting it loses nothing. */
    boolean idle() {
        return ready.isEmpty() && holder == null && state == null;
    }
}

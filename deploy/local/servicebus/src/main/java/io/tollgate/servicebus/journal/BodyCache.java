package io.tollgate.servicebus.journal;

import java.util.ArrayDeque;
import java.util.Deque;

/** Bounds how many bytes of bodies stay on the heap; the oldest go first. */
final class BodyCache {

    private final long most;
    private final Deque<JournalBody> bodies = new ArrayDeque<>();
    private long size;

    BodyCache(long most) {
        this.most = most;
    }

    void add(JournalBody body) {
        bodies.add(body);
        size += body.length();
        while (size > most || !bodies.isEmpty() && !bodies.peek().cached()) {
            JournalBody oldest = bodies.poll();
            if (oldest.cached()) {
                remove(oldest);
            }
        }
    }

    void remove(JournalBody body) {
        if (body.cached()) {
            body.evict();
            size -= body.length();
        }
    }
}

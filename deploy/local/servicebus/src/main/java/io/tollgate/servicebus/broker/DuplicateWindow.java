package io.tollgate.servicebus.broker;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The message ids an entity has seen lately. */
public final class DuplicateWindow {

    private final long window;
    private final Map<String, Long> seen = new LinkedHashMap<>();

    DuplicateWindow(long window) {
        this.window = window;
    }

    /** Whether the id is new; if so it is remembered as soon as the change is written. */
    boolean admit(String messageId, long now, BiConsumer<String, Long> remember) {
        expire(now);
        if (seen.containsKey(messageId)) {
            return false;
        }
        seen.put(messageId, now + window);
        remember.accept(messageId, now + window);
        return true;
    }

    void restore(String messageId, long until) {
        seen.put(messageId, until);
    }

    long until(String messageId) {
        return seen.getOrDefault(messageId, 0L);
    }

    void forget(String messageId) {
        seen.remove(messageId);
    }

    private void expire(long now) {
        Iterator<Long> oldest = seen.values().iterator();
        while (oldest.hasNext() && oldest.next() <= now) {
            oldest.remove();
        }
    }
}

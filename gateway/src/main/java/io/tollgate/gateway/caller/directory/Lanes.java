package io.tollgate.gateway.caller.directory;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;

/** Who waits, by address; used by one thread at a time. */
final class Lanes {
    private final int most;
    private final int mostOfOne;
    private final AtomicInteger waiting;
    private final Map<String, Queue<Turn>> lanes = new LinkedHashMap<>();
    private int here;

    Lanes(int most, int mostOfOne, AtomicInteger waiting) {
        this.most = most;
        this.mostOfOne = mostOfOne;
        this.waiting = waiting;
    }

    /** False when there is no place left. */
    boolean arrive(String address, Turn turn) {
        Queue<Turn> same = lanes.get(address);
        if (here >= most || same != null && same.size() >= mostOfOne) {
            return false;
        }
        lanes.computeIfAbsent(address, first -> new ArrayDeque<>()).add(turn);
        count(1);
        return true;
    }

    void leave(String address, Turn turn) {
        Queue<Turn> same = lanes.get(address);
        if (same != null && same.remove(turn)) {
            count(-1);
            if (same.isEmpty()) {
                lanes.remove(address);
            }
        }
    }

    boolean isEmpty() {
        return lanes.isEmpty();
    }

    /** The oldest of the address that waited longest; the address then goes to the end of the line. */
    Turn next() {
        Map.Entry<String, Queue<Turn>> first = lanes.entrySet().iterator().next();
        lanes.remove(first.getKey());
        Turn turn = first.getValue().remove();
        count(-1);
        if (!first.getValue().isEmpty()) {
            lanes.put(first.getKey(), first.getValue());
        }
        return turn;
    }

    private void count(int change) {
        here += change;
        waiting.addAndGet(change);
    }
}

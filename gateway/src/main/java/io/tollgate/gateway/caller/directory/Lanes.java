package io.tollgate.gateway.caller.directory;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

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

    /** The oldest of the address that waited longest and may begin; the address then goes to the end of the line. */
    Optional<Map.Entry<String, Turn>> next(Predicate<String> mayBegin) {
        return lanes.keySet().stream().filter(mayBegin).findFirst().map(this::first);
    }

    private Map.Entry<String, Turn> first(String address) {
        Queue<Turn> same = lanes.remove(address);
        Turn turn = same.remove();
        count(-1);
        if (!same.isEmpty()) {
            lanes.put(address, same);
        }
        return Map.entry(address, turn);
    }

    private void count(int change) {
        here += change;
        waiting.addAndGet(change);
    }
}

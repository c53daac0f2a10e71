package io.tollgate.servicebus;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What the bus has promised, id by id. */
final class Ledger {

    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Set<String> completing = ConcurrentHashMap.newKeySet();
    private final Set<String> completed = ConcurrentHashMap.newKeySet();

    void accepted(String id) {
        accepted.add(id);
    }

    /** Its completion is asked for; until it is acknowledged both outcomes are right. */
    void completing(String id) {
        completing.add(id);
    }

    void completed(String id) {
        completed.add(id);
    }

    int size() {
        return accepted.size();
    }

    int settled() {
        return completed.size();
    }

    /** Accepted, nowhere completed, and yet not there. */
    Set<String> lost(Set<String> present) {
        Set<String> lost = new TreeSet<>(accepted);
        lost.removeAll(completing);
        lost.removeAll(present);
        return lost;
    }

    /** Completed, and there again. */
    Set<String> resurrected(Set<String> present) {
        Set<String> resurrected = new TreeSet<>(completed);
        resurrected.retainAll(present);
        return resurrected;
    }
}

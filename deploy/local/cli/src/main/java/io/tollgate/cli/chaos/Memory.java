package io.tollgate.cli.chaos;

import io.tollgate.cli.audit.Acknowledged;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What the customers of one run were told, all together. */
final class Memory {

    private final Set<String> orders = ConcurrentHashMap.newKeySet();
    private final Set<String> customers = ConcurrentHashMap.newKeySet();
    private final List<String> flaws = new CopyOnWriteArrayList<>();
    private final AtomicInteger repeats = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();

    void joined(String userId) {
        customers.add(userId);
    }

    /** One id twice would be one order for two keys. */
    void acknowledged(String orderId) {
        if (!orders.add(orderId)) {
            flaws.add("order " + orderId + " was the answer to two keys");
        }
        done.incrementAndGet();
    }

    void wrong(String flaw) {
        flaws.add(flaw);
        done.incrementAndGet();
    }

    void repeated() {
        repeats.incrementAndGet();
    }

    /** Orders that were answered for good, rightly or not. */
    int done() {
        return done.get();
    }

    int repeats() {
        return repeats.get();
    }

    List<String> flaws() {
        return List.copyOf(flaws);
    }

    Acknowledged told() {
        return new Acknowledged(Set.copyOf(orders), Set.copyOf(customers));
    }
}

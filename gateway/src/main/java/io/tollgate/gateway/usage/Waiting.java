package io.tollgate.gateway.usage;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What waits for the next report, in the order in which it came; the newest is dropped where there is no room. */
public final class Waiting<T> implements Reported {
    private final String name;
    private final int room;
    // without a lock: whoever adds is on an event loop
    private final Queue<T> items = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final LongAdder dropped = new LongAdder();

    public Waiting(String name, int room) {
        this.name = name;
        this.room = room;
    }

    /** False when there was no room for it. */
    public boolean add(T item) {
        if (size.incrementAndGet() > room) {
            size.decrementAndGet();
            dropped.increment();
            return false;
        }
        return items.add(item);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<T> take(int most) {
        List<T> taken = new ArrayList<>();
        for (T item = next(taken, most); item != null; item = next(taken, most)) {
            taken.add(item);
        }
        size.addAndGet(-taken.size());
        return taken;
    }

    private T next(List<T> taken, int most) {
        return taken.size() < most ? items.poll() : null;
    }

    @Override
    public int waiting() {
        return size.get();
    }

    @Override
    public long dropped() {
        return dropped.sum();
    }
}

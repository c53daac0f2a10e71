package io.tollgate.gateway.quota;

import io.tollgate.gateway.plan.Quota;
import io.tollgate.gateway.usage.Reported;
import io.tollgate.gateway.usage.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

/** Everything that this gateway holds, and what of it goes back. */
@Service
public final class Holdings implements Reported {
    private static final int ROOM = 100_000;

    private final ConcurrentHashMap<Key, Holding> holdings = new ConcurrentHashMap<>();
    private final Waiting<ReturnedLease> returned = new Waiting<>("leases", ROOM);
    private final QuotaProperties properties;

    public Holdings(QuotaProperties properties) {
        this.properties = properties;
    }

    /** The one in force; a quota of other terms, or of another period, is another one. */
    Holding of(String clientId, Quota quota, Instant now) {
        Key key = new Key(clientId, quota);
        Holding known = holdings.get(key);
        return known != null && !known.isPast(now)
                ? known
                : holdings.compute(key, (same, old) -> renewed(same, old, now));
    }

    private Holding renewed(Key key, Holding old, Instant now) {
        if (old != null && !old.isPast(now)) {
            return old;
        }
        if (old != null) {
            old.retire().forEach(returned::add);
        }
        return new Holding(key.clientId(), key.quota(), properties, now);
    }

    /** Gives back what is not needed, and finds what runs low. */
    List<Holding> sweep(Instant now) {
        List<Holding> low = new ArrayList<>();
        holdings.forEach((key, holding) -> {
            if (holding.isOver(now)) {
                holdings.remove(key, holding);
                holding.retire().forEach(returned::add);
            } else {
                holding.settle().forEach(returned::add);
                if (holding.isLow(now)) {
                    low.add(holding);
                }
            }
        });
        return low;
    }

    void giveBack(ReturnedLease lease) {
        returned.add(lease);
    }

    public int size() {
        return holdings.size();
    }

    @Override
    public String name() {
        return returned.name();
    }

    @Override
    public List<?> take(int most) {
        return returned.take(most);
    }

    @Override
    public int waiting() {
        return returned.waiting();
    }

    @Override
    public long dropped() {
        return returned.dropped();
    }

    @Override
    public void last() {
        holdings.values().forEach(holding -> holding.retire().forEach(returned::add));
        holdings.clear();
    }

    private record Key(String clientId, Quota quota) {}
}

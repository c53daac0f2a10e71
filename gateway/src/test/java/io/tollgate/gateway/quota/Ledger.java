package io.tollgate.gateway.quota;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts quotas as users-service does: a lease is used until its rest is given back, once. */
public final class Ledger {
    private static final long SHARES = 10;

    private final Clock clock;
    private final Duration period;
    private final Map<String, Long> limits = new HashMap<>();
    private final Map<String, Long> used = new HashMap<>();
    private final Map<String, Granted> leases = new HashMap<>();
    private final Set<String> returned = new HashSet<>();

    public Ledger(Clock clock, Duration period) {
        this.clock = clock;
        this.period = period;
    }

    public synchronized void limit(String client, String quota, long limit) {
        limits.put(client + ' ' + quota, limit);
    }

    /** Null where there is no such quota. */
    public synchronized Lease lease(LeaseWanted wanted) {
        String name = wanted.clientId() + ' ' + wanted.quota();
        Long limit = limits.get(name);
        if (limit == null) {
            return null;
        }
        Granted granted = leases.get(wanted.leaseId());
        if (granted == null) {
            long now = clock.instant().toEpochMilli();
            String key = name + ' ' + now / period.toMillis();
            long left = limit - used.getOrDefault(key, 0L);
            long share = (left + SHARES - 1) / SHARES;
            long count = Math.min(left, Math.max(wanted.needed(), Math.min(wanted.wanted(), share)));
            Instant end = Instant.ofEpochMilli((now / period.toMillis() + 1) * period.toMillis());
            granted = new Granted(key, limit, count, end);
            if (count > 0) {
                leases.put(wanted.leaseId(), granted);
                used.merge(key, count, Long::sum);
            }
        }
        return granted.lease(wanted.leaseId(), used.getOrDefault(granted.key, 0L));
    }

    public synchronized void giveBack(ReturnedLease lease) {
        Granted granted = leases.get(lease.leaseId());
        if (granted != null && returned.add(lease.leaseId())) {
            used.merge(granted.key, lease.used() - granted.count, Long::sum);
        }
    }

    /** In the period that is now. */
    public synchronized long used(String client, String quota) {
        return used.getOrDefault(client + ' ' + quota + ' ' + clock.instant().toEpochMilli() / period.toMillis(), 0L);
    }

    /** The most that was used in any period. */
    public synchronized long mostUsed() {
        return used.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    public synchronized long usedInAll() {
        return used.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How much of a lease would come back. */
    public synchronized long unused(ReturnedLease lease) {
        Granted granted = leases.get(lease.leaseId());
        return granted == null || returned.contains(lease.leaseId()) ? 0 : granted.count - lease.used();
    }

    private record Granted(String key, long limit, long count, Instant end) {
        Lease lease(String id, long used) {
            // another object, as one that came over the wire
            return new Lease(new String(id), count, limit, used, end, end);
        }
    }
}

package io.tollgate.gateway.quota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The counts that a gateway has of a quota at one moment, oldest lease first.
 *
 * @param leases with what was granted of each
 * @param left how many of them are not used; below zero when bytes went over that nobody held
 */
record Stock(List<Lease> leases, long left, boolean retired) {
    static final Stock NONE = new Stock(List.of(), 0, false);

    boolean has(long cost, Instant now) {
        return !retired
                && left >= cost
                && !leases.isEmpty()
                && now.isBefore(leases.get(0).periodEnd());
    }

    Stock less(long cost) {
        return new Stock(leases, left - cost, retired);
    }

    Stock plus(Lease lease) {
        List<Lease> more = new ArrayList<>(leases);
        more.add(lease);
        return new Stock(List.copyOf(more), left + lease.granted(), retired);
    }

    /** Without the oldest leases, as far as they are used up. */
    Stock settled() {
        List<ReturnedLease> returns = returns();
        int usedUp = 0;
        while (usedUp < leases.size()
                && returns.get(usedUp).used() == leases.get(usedUp).granted()) {
            usedUp++;
        }
        return usedUp == 0 || left < 0 ? this : new Stock(leases.subList(usedUp, leases.size()), left, retired);
    }

    Stock gone() {
        return new Stock(List.of(), 0, true);
    }

    /** What was used of each lease: of the oldest first. */
    List<ReturnedLease> returns() {
        long used = leases.stream().mapToLong(Lease::granted).sum() - left;
        List<ReturnedLease> returns = new ArrayList<>();
        for (Lease lease : leases) {
            long ofThis = Math.max(0, Math.min(used, lease.granted()));
            returns.add(new ReturnedLease(lease.leaseId(), ofThis));
            used -= ofThis;
        }
        return returns;
    }
}

package io.tollgate.gateway.quota;

import io.tollgate.gateway.plan.Quota;
import java.time.Duration;
import java.time.Instant;

/** How much to lease: more when the last lease did not last, less when it lasted too long. */
final class LeaseSize {
    private static final int GROWTH = 4;

    private final QuotaProperties properties;
    private final long first;
    private volatile long size;
    private volatile Instant granted = Instant.MIN;

    LeaseSize(Quota.Unit unit, QuotaProperties properties) {
        this.properties = properties;
        this.first = unit == Quota.Unit.CALLS ? properties.firstCalls() : properties.firstBytes();
        this.size = first;
    }

    /** For the next lease. */
    long next(Instant now) {
        if (granted == Instant.MIN) {
            return first;
        }
        Duration lasted = Duration.between(granted, now);
        if (lasted.multipliedBy(2).compareTo(properties.leaseFor()) < 0) {
            return Math.min(size * GROWTH, properties.most());
        }
        return lasted.compareTo(properties.leaseFor().multipliedBy(2)) > 0 ? Math.max(size / 2, first) : size;
    }

    /** A lease of that size was asked for and answered: asking in vain makes it no larger. */
    void answered(Instant now) {
        size = next(now);
        granted = now;
    }

    /** Below which the next one is asked for. */
    long low() {
        return (size + 1) / 2;
    }
}

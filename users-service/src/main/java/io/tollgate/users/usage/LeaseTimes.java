package io.tollgate.users.usage;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** When it is, and when a lease given now ends: with the period at the latest. */
@Service
public final class LeaseTimes {
    private final Clock clock;
    private final UsageProperties properties;

    public LeaseTimes(Clock clock, UsageProperties properties) {
        this.clock = clock;
        this.properties = properties;
    }

    Instant now() {
        return clock.instant();
    }

    Instant expiry(Span span) {
        Instant latest = clock.instant().plus(properties.leaseFor());
        return latest.isBefore(span.end()) ? latest : span.end();
    }

    QuotaReached reached(Subscriber subscriber, QuotaTerms terms, int percent, long used, Span span) {
        return new QuotaReached(subscriber.clientId(), terms, percent, used, span, clock.instant());
    }
}

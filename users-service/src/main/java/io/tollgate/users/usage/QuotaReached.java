package io.tollgate.users.usage;

import java.time.Instant;

/** A client has used 80 or 100 percent of a quota. */
public record QuotaReached(String clientId, QuotaTerms terms, int percent, long used, Span span, Instant at) {
    private static final int STEPS = 2;

    /** Grows with each fact about this quota of this client: two in a period. */
    public long version() {
        return span.firstDay().toEpochDay() * STEPS + (percent == 100 ? 1 : 0);
    }
}

package io.tollgate.users.usage.messages;

import io.tollgate.users.usage.QuotaReached;
import java.time.Instant;
import java.util.Locale;

/** {@code users.quota-reached.v1}. */
record QuotaReachedMessage(
        String clientId,
        String quota,
        String unit,
        int percent,
        long limit,
        long used,
        Instant periodEnd,
        long version,
        Instant at) {
    static final String TYPE = "users.quota-reached.v1";

    static QuotaReachedMessage of(QuotaReached fact) {
        return new QuotaReachedMessage(
                fact.clientId(),
                fact.terms().name(),
                fact.terms().unit().name().toLowerCase(Locale.ROOT),
                fact.percent(),
                fact.terms().limit(),
                fact.used(),
                fact.span().end(),
                fact.version(),
                fact.at());
    }
}

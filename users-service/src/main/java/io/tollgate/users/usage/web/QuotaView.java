package io.tollgate.users.usage.web;

import io.tollgate.users.usage.QuotaStanding;
import io.tollgate.users.usage.QuotaTerms;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** How a client stands with a quota, as it is shown. */
record QuotaView(
        String name,
        String unit,
        String period,
        long limit,
        long used,
        long held,
        long remaining,
        Instant periodStart,
        Instant periodEnd) {
    static final List<String> COLUMNS =
            List.of("name", "unit", "period", "limit", "used", "held", "remaining", "periodStart", "periodEnd");

    static QuotaView of(QuotaStanding standing) {
        QuotaTerms terms = standing.terms();
        return new QuotaView(
                terms.name(),
                word(terms.unit()),
                word(terms.period()),
                terms.limit(),
                standing.used(),
                standing.held(),
                Math.max(0, terms.limit() - standing.used()),
                standing.span().start(),
                standing.span().end());
    }

    List<Object> cells() {
        return List.of(name, unit, period, limit, used, held, remaining, periodStart, periodEnd);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

package io.tollgate.gateway.limit.web;

import io.tollgate.gateway.limit.Counted;
import io.tollgate.gateway.limit.Verdict;
import org.springframework.http.HttpHeaders;

/**
 * All enforced limits and what is left of them, as draft-ietf-httpapi-ratelimit-headers-10 writes them, and the three
 * older headers, which have room for one limit and so take the least of each. Rounded to the safe side.
 */
final class RateLimitHeaders {
    private static final long SECOND = 1_000_000_000;

    private RateLimitHeaders() {}

    static void write(HttpHeaders headers, Verdict verdict) {
        StringBuilder policies = new StringBuilder(40);
        StringBuilder limits = new StringBuilder(40);
        long most = Long.MAX_VALUE;
        long remaining = Long.MAX_VALUE;
        long reset = 0;
        for (Counted one : verdict.counted()) {
            if (one.isEnforced()) {
                policy(next(policies), one);
                limit(next(limits), one);
                most = Math.min(most, one.limit().most());
                remaining = Math.min(remaining, one.standing().remaining());
                reset = Math.max(reset, seconds(one.standing().untilFull()));
            }
        }
        if (policies.length() > 0) {
            headers.set("RateLimit-Policy", policies.toString());
            headers.set("RateLimit", limits.toString());
            headers.set("X-RateLimit-Limit", Long.toString(most));
            headers.set("X-RateLimit-Remaining", Long.toString(remaining));
            headers.set("X-RateLimit-Reset", Long.toString(reset));
        }
    }

    private static StringBuilder next(StringBuilder list) {
        return list.length() == 0 ? list : list.append(", ");
    }

    private static void policy(StringBuilder list, Counted one) {
        list.append('"')
                .append(one.limit().name())
                .append("\";q=")
                .append(one.limit().most());
        list.append(";w=").append(seconds(one.limit().perHowLong().toNanos()));
    }

    private static void limit(StringBuilder list, Counted one) {
        list.append('"')
                .append(one.limit().name())
                .append("\";r=")
                .append(one.standing().remaining());
        list.append(";t=").append(seconds(one.standing().untilFull()));
    }

    private static long seconds(long nanos) {
        return (nanos + SECOND - 1) / SECOND;
    }
}

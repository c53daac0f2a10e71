package io.tollgate.gateway.limit.web;

import io.tollgate.gateway.limit.Allowance;
import io.tollgate.gateway.limit.Rate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;

/** The limit and what is left of it, as draft-ietf-httpapi-ratelimit-headers-10 writes them. */
final class RateLimitHeaders {
    private static final String POLICY = "RateLimit-Policy";
    private static final String LIMIT = "RateLimit";

    private final Map<Rate, String> policies = new ConcurrentHashMap<>();

    void write(HttpHeaders headers, Rate rate, Allowance allowance) {
        headers.set(POLICY, policies.computeIfAbsent(rate, RateLimitHeaders::policy));
        headers.set(LIMIT, "\"burst\";r=" + allowance.remaining() + ";t=" + seconds(allowance.untilFull()));
    }

    private static String policy(Rate rate) {
        return "\"burst\";q=" + rate.burst() + ";w=" + rate.secondsToFull();
    }

    private static long seconds(Duration duration) {
        return duration.plusMillis(999).toSeconds();
    }
}

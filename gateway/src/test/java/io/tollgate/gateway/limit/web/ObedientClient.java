package io.tollgate.gateway.limit.web;

import io.tollgate.gateway.address.ClientAddress;
import io.tollgate.gateway.address.IpAddress;
import io.tollgate.gateway.limit.Limited;
import io.tollgate.gateway.limit.TakeAllowance;
import io.tollgate.gateway.limit.Verdict;
import io.tollgate.gateway.plan.Limit;
import io.tollgate.gateway.plan.Per;
import io.tollgate.gateway.plan.Plan;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/** Believes the headers of its last answers and nothing else; it knows its plan, but counts nothing itself. */
final class ObedientClient {
    private static final ClientAddress ADDRESS =
            new ClientAddress(IpAddress.parse("192.0.2.1").orElseThrow(), false);
    private static final Pattern ITEM = Pattern.compile("\"([^\"]+)\";r=(\\d+);t=(\\d+)");
    private static final Limited SELF = new Limited("cli_1", "key_1", Optional.empty(), ADDRESS);

    private record Told(long remaining, long until) {}

    private final Plan plan;
    private final TakeAllowance limits;
    private final Map<String, Told> told = new HashMap<>();
    private long legacyRemaining = Long.MAX_VALUE;
    private long legacyUntil;

    ObedientClient(Plan plan, TakeAllowance limits) {
        this.plan = plan;
        this.limits = limits;
    }

    Verdict ask(String operation, long now) {
        Verdict verdict = limits.handle(plan, SELF, operation).block();
        HttpHeaders headers = new HttpHeaders();
        RateLimitHeaders.write(headers, verdict);
        Matcher items =
                ITEM.matcher(Optional.ofNullable(headers.getFirst("RateLimit")).orElse(""));
        while (items.find()) {
            told.put(
                    name(items.group(1), operation),
                    new Told(Long.parseLong(items.group(2)), now + seconds(items.group(3))));
        }
        if (headers.containsKey("X-RateLimit-Limit")) {
            legacyRemaining = Long.parseLong(headers.getFirst("X-RateLimit-Remaining"));
            legacyUntil = now + seconds(headers.getFirst("X-RateLimit-Reset"));
        }
        return verdict;
    }

    /** When the next request for this operation is allowed, as far as RateLimit says. */
    long mayAsk(String operation, long now) {
        long cost = plan.costOf(operation);
        return plan.limits().stream()
                .filter(limit -> limit.isAbout(operation))
                .map(limit -> Map.entry(limit, told.getOrDefault(name(limit.name(), operation), new Told(1000, 0))))
                .filter(entry -> entry.getValue().remaining
                        < Math.min(cost, entry.getKey().most()))
                .mapToLong(entry -> entry.getValue().until)
                .filter(until -> until > now)
                .max()
                .orElse(now);
    }

    /** The same, as far as the older headers say. */
    long mayAskByOlderHeaders(String operation, long now) {
        return legacyRemaining < plan.costOf(operation) && legacyUntil > now ? legacyUntil : now;
    }

    private String name(String policy, String operation) {
        boolean apart = plan.limits().stream()
                .filter(limit -> limit.name().equals(policy))
                .map(Limit::per)
                .anyMatch(per -> per == Per.ROUTE);
        return apart ? policy + " " + operation : policy;
    }

    private static long seconds(String digits) {
        return Long.parseLong(digits) * 1_000_000_000;
    }
}

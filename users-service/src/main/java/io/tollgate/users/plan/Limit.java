package io.tollgate.users.plan;

import io.tollgate.users.credential.PlanRate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rate.
 *
 * @param per whose requests are counted together
 * @param limit requests per window
 * @param burst of a token bucket: how many at once
 * @param mode {@code shadow} counts without refusing
 * @param operations the only ones it counts; none is all
 */
public record Limit(
        String name,
        String per,
        String algorithm,
        Integer limit,
        Integer windowSeconds,
        Integer burst,
        String mode,
        Optional<List<String>> operations) {
    static final Set<String> PER = Set.of("client", "key", "user", "address", "route", "plan");
    static final String TOKEN_BUCKET = "token-bucket";
    static final Set<String> ALGORITHMS = Set.of(TOKEN_BUCKET, "sliding-window");
    static final String ENFORCE = "enforce";
    static final Set<String> MODES = Set.of(ENFORCE, "shadow");

    public Limit {
        burst = burst == null && TOKEN_BUCKET.equals(algorithm) ? limit : burst;
        mode = mode == null ? ENFORCE : mode;
        operations = operations == null ? Optional.empty() : operations;
    }

    PlanRate rate() {
        return new PlanRate(limit, Duration.ofSeconds(windowSeconds), burst);
    }

    /** Whether it says how fast a client may ask, whatever it asks for. */
    boolean isRateOfClient() {
        return per.equals("client") && algorithm.equals(TOKEN_BUCKET) && mode.equals(ENFORCE) && operations.isEmpty();
    }
}

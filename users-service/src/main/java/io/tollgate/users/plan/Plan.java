package io.tollgate.users.plan;

import io.tollgate.users.credential.PlanRate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much a client may ask for, in the one form that files, administrators and gateways know. It is kept here and obeyed by
 * the gateway; until {@link PlanRules} have passed it, nothing of it is certain.
 *
 * @param limits rates; all of them apply
 * @param concurrency requests of a client at the same time; none is as many as there are
 * @param costs what an operation counts for, where that is not 1
 * @param scopes the most that a client may have; none is all
 * @param whenSharedStoreAway {@code share} goes on with a share of the limit, {@code refuse} does not
 */
public record Plan(
        String name,
        List<Limit> limits,
        Optional<Integer> concurrency,
        List<Quota> quotas,
        Map<String, Integer> costs,
        Optional<List<String>> scopes,
        Networks networks,
        Boolean cacheAllowed,
        String whenSharedStoreAway) {
    /** The plan of who runs the platform; the first administrator's client has it. */
    public static final String INTERNAL = "internal";

    private static final PlanRate NO_RATE = new PlanRate(1_000_000, Duration.ofSeconds(1), 1_000_000);

    public Plan {
        limits = limits == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(limits));
        concurrency = concurrency == null ? Optional.empty() : concurrency;
        quotas = quotas == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(quotas));
        costs = costs == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(costs));
        scopes = scopes == null ? Optional.empty() : scopes;
        networks = networks == null ? Networks.EVERYWHERE : networks;
        cacheAllowed = cacheAllowed == null || cacheAllowed;
        whenSharedStoreAway = whenSharedStoreAway == null ? "share" : whenSharedStoreAway;
    }

    /** The same under another name. */
    public Plan named(String other) {
        return new Plan(other, limits, concurrency, quotas, costs, scopes, networks, cacheAllowed, whenSharedStoreAway);
    }

    /** Its first enforced bucket per client, for gateways that know nothing else; without one, as good as no rate. */
    public PlanRate rate() {
        return limits.stream()
                .filter(Limit::isRateOfClient)
                .findFirst()
                .map(Limit::rate)
                .orElse(NO_RATE);
    }

    /** Whether a client of this plan may have a scope. */
    public boolean allows(String scope) {
        return scopes.map(all -> all.contains(scope)).orElse(true);
    }
}

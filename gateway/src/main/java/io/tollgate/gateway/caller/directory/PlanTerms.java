package io.tollgate.gateway.caller.directory;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tollgate.gateway.plan.Algorithm;
import io.tollgate.gateway.plan.Limit;
import io.tollgate.gateway.plan.Mode;
import io.tollgate.gateway.plan.Per;
import io.tollgate.gateway.plan.Plan;
import io.tollgate.gateway.plan.Quota;
import io.tollgate.gateway.plan.WhenSharedStoreAway;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** A plan as users-service writes it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record PlanTerms(
        String name,
        long version,
        List<LimitTerms> limits,
        Integer concurrency,
        List<QuotaTerms> quotas,
        Map<String, Integer> costs,
        Set<String> scopes,
        NetworkTerms networks,
        Boolean cacheAllowed,
        String whenSharedStoreAway) {
    Plan plan() {
        return new Plan(
                name,
                version,
                requireNonNullElse(limits, List.<LimitTerms>of()).stream()
                        .map(LimitTerms::terms)
                        .toList(),
                concurrency == null ? OptionalInt.empty() : OptionalInt.of(concurrency),
                requireNonNullElse(quotas, List.<QuotaTerms>of()).stream()
                        .map(QuotaTerms::quota)
                        .toList(),
                requireNonNullElse(costs, Map.of()),
                requireNonNullElse(scopes, Set.of()),
                NetworkTerms.read(networks),
                requireNonNullElse(cacheAllowed, true),
                Words.of(WhenSharedStoreAway.class, whenSharedStoreAway, WhenSharedStoreAway.SHARE));
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record LimitTerms(
            String name,
            String per,
            String algorithm,
            long limit,
            long windowSeconds,
            Long burst,
            String mode,
            Set<String> operations) {
        Limit terms() {
            return new Limit(
                    name,
                    Words.of(Per.class, per, Per.CLIENT),
                    Words.of(Algorithm.class, algorithm, Algorithm.TOKEN_BUCKET),
                    limit,
                    Duration.ofSeconds(windowSeconds),
                    requireNonNullElse(burst, limit),
                    Words.of(Mode.class, mode, Mode.ENFORCE),
                    requireNonNullElse(operations, Set.of()));
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record QuotaTerms(String name, String unit, String period, long limit, String mode) {
        Quota quota() {
            return new Quota(
                    name,
                    Words.of(Quota.Unit.class, unit),
                    Words.of(Quota.Period.class, period),
                    limit,
                    Words.of(Mode.class, mode, Mode.ENFORCE));
        }
    }
}

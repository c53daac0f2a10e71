package io.tollgate.gateway.plan;

import io.tollgate.gateway.address.AddressRules;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What an API client has agreed to.
 *
 * @param name its name
 * @param version grows with each change of it
 * @param limits how often; all of them apply
 * @param concurrency requests of one client at the same time
 * @param quotas how much; all of them apply
 * @param costs what an operation costs, where it is not one
 * @param scopes the most a client of this plan may be allowed; none means anything
 * @param networks where its clients' requests may come from
 * @param cacheAllowed whether answers may come from the gateway's cache
 * @param whenSharedStoreAway what happens while gateways cannot count together
 */
public record Plan(
        String name,
        long version,
        List<Limit> limits,
        OptionalInt concurrency,
        List<Quota> quotas,
        Map<String, Integer> costs,
        Set<String> scopes,
        AddressRules networks,
        boolean cacheAllowed,
        WhenSharedStoreAway whenSharedStoreAway) {
    private static final String ATTRIBUTE = Plan.class.getName();

    public Plan {
        limits = List.copyOf(limits);
        quotas = List.copyOf(quotas);
        costs = Map.copyOf(costs);
        scopes = Set.copyOf(scopes);
    }

    /** A plan that limits nothing but these. */
    public static Plan of(String name, List<Limit> limits) {
        return new Plan(
                name,
                0,
                limits,
                OptionalInt.empty(),
                List.of(),
                Map.of(),
                Set.of(),
                AddressRules.EVERYWHERE,
                true,
                WhenSharedStoreAway.SHARE);
    }

    /** Of a request whose caller is known: the same plan from its first filter to its last. */
    public static Plan of(Map<String, Object> attributes) {
        return (Plan) attributes.get(ATTRIBUTE);
    }

    public void keep(Map<String, Object> attributes) {
        attributes.put(ATTRIBUTE, this);
    }

    /** Tokens and calls that an operation costs. */
    public int costOf(String operation) {
        return costs.isEmpty() ? 1 : costs.getOrDefault(operation, 1);
    }

    public boolean countsBytes() {
        for (Quota quota : quotas) {
            if (quota.unit() == Quota.Unit.BYTES) {
                return true;
            }
        }
        return false;
    }

    public boolean permits(String scope) {
        return scopes.isEmpty() || scopes.contains(scope);
    }
}

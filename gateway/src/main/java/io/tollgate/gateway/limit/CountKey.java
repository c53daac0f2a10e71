package io.tollgate.gateway.limit;

import io.tollgate.gateway.plan.Limit;

/**
 * What is counted together.
 *
 * @param plan the plan's name
 * @param limit the limit's name in the plan
 * @param who whose requests, empty for everybody's
 * @param part which of them, empty for all
 */
public record CountKey(String plan, String limit, String who, String part) {
    private static final String ALL = "";

    static CountKey of(String plan, Limit limit, Limited who, String operation) {
        return switch (limit.per()) {
            case CLIENT -> new CountKey(plan, limit.name(), who.client(), ALL);
            case KEY -> new CountKey(plan, limit.name(), who.client(), who.key());
            case USER ->
                new CountKey(plan, limit.name(), who.client(), who.user().orElse(ALL));
            case ADDRESS ->
                new CountKey(plan, limit.name(), who.client(), who.address().neighborhood());
            case ROUTE -> new CountKey(plan, limit.name(), who.client(), operation);
            case PLAN -> new CountKey(plan, limit.name(), ALL, ALL);
        };
    }
}

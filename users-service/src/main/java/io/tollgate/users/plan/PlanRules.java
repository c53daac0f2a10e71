package io.tollgate.users.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What holds for every plan, wherever it was declared. */
final class PlanRules {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final String NAMED = "must be lower-case letters, digits and hyphens, at most 40, a letter first";
    private static final Pattern OPERATION = Pattern.compile("(GET|HEAD|POST|PUT|PATCH|DELETE) /[!-~&&[^?#]]{0,199}");
    private static final String AN_OPERATION = "must be an operation such as GET /v1/products/{productId}";
    private static final Set<String> WHEN_AWAY = Set.of("share", "refuse");
    private static final int MOST_RULES = 10;
    private static final int MOST_OPERATIONS = 200;
    private static final int MOST_REQUESTS = 1_000_000_000;
    private static final int DAY = 86_400;

    private PlanRules() {}

    static void check(Plan plan, KnownWords known, Flaws flaws) {
        flaws.at("name").matches(plan.name(), NAME, NAMED);
        each(flaws.at("limits"), plan.limits(), Limit::name, (limit, at) -> limit(limit, known, at));
        each(flaws.at("quotas"), plan.quotas(), Quota::name, PlanRules::quota);
        plan.concurrency().ifPresent(most -> flaws.at("concurrency").range(most, 1, 100_000));
        costs(plan, known, flaws.at("costs"));
        plan.scopes().ifPresent(scopes -> scopes(scopes, known, flaws.at("scopes")));
        plan.networks().check(flaws.at("networks"));
        flaws.at("whenSharedStoreAway").oneOf(plan.whenSharedStoreAway(), WHEN_AWAY);
    }

    private static void limit(Limit limit, KnownWords known, Flaws flaws) {
        flaws.at("per").oneOf(limit.per(), Limit.PER);
        flaws.at("algorithm").oneOf(limit.algorithm(), Limit.ALGORITHMS);
        flaws.at("limit").range(limit.limit(), 1, MOST_REQUESTS);
        flaws.at("windowSeconds").range(limit.windowSeconds(), 1, DAY);
        if (limit.burst() != null) {
            burst(limit, flaws.at("burst"));
        }
        flaws.at("mode").oneOf(limit.mode(), Limit.MODES);
        limit.operations().ifPresent(operations -> operations(operations, known, flaws.at("operations")));
    }

    private static void burst(Limit limit, Flaws flaws) {
        flaws.require(Limit.TOKEN_BUCKET.equals(limit.algorithm()), "token-bucket-only", "is for token buckets alone");
        flaws.range(limit.burst(), 1, MOST_REQUESTS);
        flaws.require(
                limit.limit() == null || limit.burst() <= limit.limit(), "burst", "must not be more than the limit");
    }

    private static void quota(Quota quota, Flaws flaws) {
        flaws.at("unit").oneOf(quota.unit(), Quota.UNITS);
        flaws.at("period").oneOf(quota.period(), Quota.PERIODS);
        flaws.at("limit").range(quota.limit(), 1, 1_000_000_000_000_000L);
        flaws.at("mode").oneOf(quota.mode(), Limit.MODES);
    }

    private static void operations(List<String> operations, KnownWords known, Flaws flaws) {
        size(operations, flaws, 1, MOST_OPERATIONS);
        for (int i = 0; i < operations.size(); i++) {
            operation(operations.get(i), known, flaws.at(i));
        }
    }

    private static void operation(String operation, KnownWords known, Flaws flaws) {
        if (operation != null && OPERATION.matcher(operation).matches()) {
            known.requireOperation(operation, flaws);
        } else {
            flaws.add("pattern", AN_OPERATION);
        }
    }

    private static void costs(Plan plan, KnownWords known, Flaws flaws) {
        size(plan.costs().keySet(), flaws, 0, MOST_OPERATIONS);
        plan.costs().forEach((operation, cost) -> {
            operation(operation, known, flaws.at(operation));
            flaws.at(operation).range(cost, 0, 1000);
        });
    }

    private static void scopes(List<String> scopes, KnownWords known, Flaws flaws) {
        size(scopes, flaws, 1, 50);
        for (int i = 0; i < scopes.size(); i++) {
            known.requireScope(scopes.get(i), flaws.at(i));
        }
    }

    private static <T> void each(Flaws flaws, List<T> all, Function<T, String> name, Rule<T> rule) {
        size(all, flaws, 0, MOST_RULES);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            T one = all.get(i);
            if (one == null) {
                flaws.at(i).add("not-null", "is required");
            } else {
                Flaws of = flaws.at(i).at("name");
                of.matches(name.apply(one), NAME, NAMED);
                of.require(names.add(name.apply(one)), "unique", "is the name of another one");
                rule.check(one, flaws.at(i));
            }
        }
    }

    private static void size(Collection<?> all, Flaws flaws, int least, int most) {
        flaws.require(
                all.size() >= least && all.size() <= most, "size", "must have from %d to %d".formatted(least, most));
    }

    private interface Rule<T> {
        void check(T one, Flaws flaws);
    }
}

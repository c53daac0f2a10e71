package io.tollgate.gateway.limit;

import io.tollgate.gateway.address.AddressRules;
import io.tollgate.gateway.plan.Algorithm;
import io.tollgate.gateway.plan.Limit;
import io.tollgate.gateway.plan.Mode;
import io.tollgate.gateway.plan.Per;
import io.tollgate.gateway.plan.Plan;
import io.tollgate.gateway.plan.WhenSharedStoreAway;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Plans of all kinds, each made by its seed. */
public final class RandomPlans {
    public static final List<String> OPERATIONS = List.of("GET /v1/products", "POST /v1/orders", "GET /v1/me");

    private RandomPlans() {}

    public static Plan of(Random random) {
        List<Limit> limits = IntStream.rangeClosed(1, 1 + random.nextInt(3))
                .mapToObj(number -> limit("limit-" + number, random))
                .toList();
        return new Plan(
                "random",
                1,
                limits,
                OptionalInt.empty(),
                List.of(),
                Map.of(OPERATIONS.get(1), random.nextInt(6), OPERATIONS.get(2), random.nextInt(2)),
                Set.of(),
                AddressRules.EVERYWHERE,
                true,
                WhenSharedStoreAway.SHARE);
    }

    public static Plan with(Plan plan, List<Limit> limits, WhenSharedStoreAway away) {
        return new Plan(
                plan.name(),
                plan.version(),
                limits,
                plan.concurrency(),
                plan.quotas(),
                plan.costs(),
                plan.scopes(),
                plan.networks(),
                plan.cacheAllowed(),
                away);
    }

    public static Plan refusing(Limit limit) {
        return with(Plan.of("refusing", List.of()), List.of(limit), WhenSharedStoreAway.REFUSE);
    }

    private static Limit limit(String name, Random random) {
        Algorithm algorithm = random.nextBoolean() ? Algorithm.TOKEN_BUCKET : Algorithm.SLIDING_WINDOW;
        long limit = 1 + random.nextInt(40);
        return new Limit(
                name,
                random.nextInt(4) == 0 ? Per.ROUTE : Per.CLIENT,
                algorithm,
                limit,
                Duration.ofSeconds(1 + random.nextInt(90)),
                1 + random.nextInt((int) limit),
                Mode.ENFORCE,
                random.nextInt(4) == 0 ? Set.of(OPERATIONS.get(random.nextInt(3))) : Set.of());
    }
}

package io.tollgate.users.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Plans as the tests have them. */
public final class PlanFixtures {
    public static final KnownWords KNOWN = new KnownWords(
            new Scopes(Set.of("catalog:read")),
            () -> Set.of("GET /v1/products", "GET /v1/products/{productId}", "POST /v1/orders"));

    private PlanFixtures() {}

    public static Plan plan(String name, Limit... limits) {
        return new Plan(
                name,
                List.of(limits),
                Optional.empty(),
                List.of(),
                Map.of(),
                Optional.empty(),
                Networks.EVERYWHERE,
                true,
                "share");
    }

    public static Plan planOf(String name, List<String> scopes) {
        return new Plan(
                name,
                List.of(),
                Optional.empty(),
                List.of(),
                Map.of(),
                Optional.of(scopes),
                Networks.EVERYWHERE,
                true,
                "share");
    }

    public static Limit aBucket(int limit, int burst) {
        return new Limit("burst", "client", "token-bucket", limit, 60, burst, "enforce", Optional.empty());
    }

    /** Plans in a map. */
    public static final class KeptPlans implements Plans {
        public final Map<String, KeptPlan> kept = new HashMap<>();

        public static KeptPlans of(Plan... plans) {
            KeptPlans all = new KeptPlans();
            for (Plan plan : plans) {
                all.kept.put(plan.name(), new KeptPlan(plan, PlanSource.FILE, 1));
            }
            return all;
        }

        @Override
        public Flux<KeptPlan> all() {
            return Flux.fromIterable(List.copyOf(kept.values()));
        }

        @Override
        public Mono<KeptPlan> find(String name) {
            return Mono.justOrEmpty(kept.get(name));
        }

        @Override
        public Mono<Void> hold() {
            return Mono.empty();
        }

        @Override
        public Mono<Void> add(KeptPlan plan) {
            return save(plan);
        }

        @Override
        public Mono<Void> save(KeptPlan plan) {
            return Mono.fromRunnable(() -> kept.put(plan.name(), plan));
        }

        @Override
        public Mono<Void> remove(KeptPlan plan) {
            return Mono.fromRunnable(() -> kept.remove(plan.name()));
        }
    }
}

package io.tollgate.users.plan;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All plans that hold. */
public interface Plans {
    /** By name. */
    Flux<KeptPlan> all();

    Mono<KeptPlan> find(String name);

    /** Waits until it is alone with the plans, until the commit. */
    Mono<Void> hold();

    Mono<Void> add(KeptPlan plan);

    Mono<Void> save(KeptPlan plan);

    /** Refused with {@link PlanRefused.InUse} while clients have it. */
    Mono<Void> remove(KeptPlan plan);
}

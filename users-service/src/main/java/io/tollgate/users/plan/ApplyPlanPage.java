package io.tollgate.users.plan;

import io.tollgate.users.audit.Origin;
import io.tollgate.users.credential.CredentialFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes the plans of a file hold: all of them in one transaction, or none. */
@Service
public class ApplyPlanPage {
    private final Plans plans;
    private final PlanAudit audit;
    private final CredentialFeed feed;

    public ApplyPlanPage(Plans plans, PlanAudit audit, CredentialFeed feed) {
        this.plans = plans;
        this.audit = audit;
        this.feed = feed;
    }

    @Transactional
    public Mono<Void> handle(PlanPage page) {
        return plans.hold()
                .thenMany(Flux.defer(plans::all))
                .collectMap(KeptPlan::name, Function.identity())
                .map(kept -> steps(page, kept))
                .flatMap(this::take);
    }

    private Mono<Void> take(List<Mono<Void>> steps) {
        return steps.isEmpty() ? Mono.empty() : Flux.concat(steps).then(Mono.defer(feed::plansChanged));
    }

    private List<Mono<Void>> steps(PlanPage page, Map<String, KeptPlan> kept) {
        List<Mono<Void>> steps = new ArrayList<>();
        for (Plan plan : page.plans()) {
            KeptPlan before = kept.get(plan.name());
            if (before == null) {
                steps.add(noted(plans.add(new KeptPlan(plan, PlanSource.FILE, 1)), Optional.empty(), plan));
            } else if (before.source() == PlanSource.API) {
                throw new PlanFileRefused("the plan " + plan.name() + " was made through the API already");
            } else if (!before.plan().equals(plan)) {
                steps.add(noted(plans.save(before.becoming(plan)), Optional.of(before.plan()), plan));
            }
        }
        kept.values().stream()
                .filter(plan -> plan.source() == PlanSource.FILE)
                .filter(plan -> page.find(plan.name()).isEmpty())
                .forEach(plan -> steps.add(remove(plan)));
        return steps;
    }

    private Mono<Void> noted(Mono<Void> step, Optional<Plan> before, Plan after) {
        return step.then(Mono.defer(() -> audit.note(before, Optional.of(after), Origin.SYSTEM)));
    }

    private Mono<Void> remove(KeptPlan plan) {
        return plans.remove(plan)
                .then(Mono.defer(() -> audit.note(Optional.of(plan.plan()), Optional.empty(), Origin.SYSTEM)))
                .onErrorMap(
                        PlanRefused.InUse.class,
                        used -> new PlanFileRefused(
                                "clients have the plan " + plan.name() + ", which it no longer has"));
    }
}

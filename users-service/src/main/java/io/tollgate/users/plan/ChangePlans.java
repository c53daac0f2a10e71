package io.tollgate.users.plan;

import io.tollgate.users.audit.Origin;
import io.tollgate.users.credential.CredentialFeed;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Makes, changes and removes plans for administrators; those of the file are not theirs to change. */
@Service
public class ChangePlans {
    private final Plans plans;
    private final KnownWords known;
    private final PlanAudit audit;
    private final CredentialFeed feed;

    public ChangePlans(Plans plans, KnownWords known, PlanAudit audit, CredentialFeed feed) {
        this.plans = plans;
        this.known = known;
        this.audit = audit;
        this.feed = feed;
    }

    @Transactional
    public Mono<KeptPlan> create(Plan plan, Origin origin) {
        return Mono.fromRunnable(() -> requireSound(plan, plan.name()))
                .then(Mono.defer(plans::hold))
                .then(Mono.defer(() -> plans.find(plan.name())))
                .flatMap(there -> Mono.<KeptPlan>error(new PlanRefused.Taken()))
                .switchIfEmpty(Mono.defer(() -> add(new KeptPlan(plan, PlanSource.API, 1), origin)));
    }

    @Transactional
    public Mono<KeptPlan> replace(String name, long seenVersion, Plan plan, Origin origin) {
        return Mono.fromRunnable(() -> requireSound(plan, name))
                .then(Mono.defer(() -> held(name, seenVersion)))
                .flatMap(before -> save(before, before.becoming(plan), origin));
    }

    @Transactional
    public Mono<Void> remove(String name, long seenVersion, Origin origin) {
        return held(name, seenVersion).flatMap(plan -> plans.remove(plan)
                .then(Mono.defer(() -> audit.note(Optional.of(plan.plan()), Optional.empty(), origin)))
                .then(Mono.defer(feed::plansChanged)));
    }

    private Mono<KeptPlan> add(KeptPlan plan, Origin origin) {
        return plans.add(plan)
                .then(Mono.defer(() -> audit.note(Optional.empty(), Optional.of(plan.plan()), origin)))
                .then(Mono.defer(feed::plansChanged))
                .thenReturn(plan);
    }

    private Mono<KeptPlan> save(KeptPlan before, KeptPlan after, Origin origin) {
        return plans.save(after)
                .then(Mono.defer(() -> audit.note(Optional.of(before.plan()), Optional.of(after.plan()), origin)))
                .then(Mono.defer(feed::plansChanged))
                .thenReturn(after);
    }

    private Mono<KeptPlan> held(String name, long seenVersion) {
        return plans.hold()
                .then(Mono.defer(() -> plans.find(name)))
                .switchIfEmpty(Mono.error(PlanRefused.NotFound::new))
                .flatMap(plan ->
                        plan.source() == PlanSource.FILE ? Mono.error(new PlanRefused.Declared()) : Mono.just(plan))
                .filter(plan -> plan.version() == seenVersion)
                .switchIfEmpty(Mono.error(PlanRefused.Stale::new));
    }

    private void requireSound(Plan plan, String name) {
        Flaws flaws = Flaws.none();
        flaws.at("name").require(Objects.equals(plan.name(), name), "name", "must be the plan's own");
        PlanRules.check(plan, known, flaws);
        List<Flaw> found = flaws.all();
        if (!found.isEmpty()) {
            throw new PlanRefused.Invalid(found);
        }
    }
}

package io.tollgate.users.plan.web;

import io.tollgate.http.Caller;
import io.tollgate.http.ETags;
import io.tollgate.http.Idempotency;
import io.tollgate.http.TraceId;
import io.tollgate.users.audit.Actor;
import io.tollgate.users.audit.Origin;
import io.tollgate.users.plan.ChangePlans;
import io.tollgate.users.plan.FollowPlanFile;
import io.tollgate.users.plan.KeptPlan;
import io.tollgate.users.plan.Plan;
import io.tollgate.users.plan.PlanRefused;
import io.tollgate.users.plan.Plans;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Plans, for administrators. */
@RestController
@RequestMapping("/admin/v1/plans")
class AdminPlansController {
    private final Plans plans;
    private final ChangePlans change;
    private final FollowPlanFile file;
    private final Idempotency idempotency;

    AdminPlansController(Plans plans, ChangePlans change, FollowPlanFile file, Idempotency idempotency) {
        this.plans = plans;
        this.change = change;
        this.file = file;
        this.idempotency = idempotency;
    }

    @GetMapping
    Mono<AllPlans> list(Caller caller) {
        requireAdministrator(caller, "clients:read");
        return plans.all().map(AdminPlanView::of).collectList().map(items -> new AllPlans(items, file.problem()));
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> create(@RequestBody Plan plan, Caller caller, ServerWebExchange exchange) {
        requireAdministrator(caller, "clients:write");
        return idempotency.once(exchange, caller, plan, () -> change.create(plan, origin(caller, exchange))
                .map(AdminPlansController::created));
    }

    @GetMapping("/{name}")
    Mono<ResponseEntity<AdminPlanView>> read(@PathVariable String name, Caller caller) {
        requireAdministrator(caller, "clients:read");
        return plans.find(name)
                .switchIfEmpty(Mono.error(PlanRefused.NotFound::new))
                .map(AdminPlansController::tagged);
    }

    /** The name is in the path, and may be left out of the body. */
    @PutMapping("/{name}")
    Mono<ResponseEntity<AdminPlanView>> replace(
            @PathVariable String name, @RequestBody Plan plan, Caller caller, ServerWebExchange exchange) {
        requireAdministrator(caller, "clients:write");
        Plan named = plan.name() == null ? plan.named(name) : plan;
        return seen(name, exchange)
                .flatMap(before -> change.replace(name, before.version(), named, origin(caller, exchange)))
                .map(AdminPlansController::tagged);
    }

    @DeleteMapping("/{name}")
    Mono<ResponseEntity<Void>> remove(@PathVariable String name, Caller caller, ServerWebExchange exchange) {
        requireAdministrator(caller, "clients:write");
        return seen(name, exchange)
                .flatMap(plan -> change.remove(name, plan.version(), origin(caller, exchange)))
                .thenReturn(ResponseEntity.noContent().build());
    }

    private Mono<KeptPlan> seen(String name, ServerWebExchange exchange) {
        return plans.find(name)
                .switchIfEmpty(Mono.error(PlanRefused.NotFound::new))
                .doOnNext(plan -> ETags.requireMatch(exchange, plan.version()));
    }

    private static void requireAdministrator(Caller caller, String scope) {
        caller.requireScope(scope);
        caller.requireRole("admin");
    }

    private static Origin origin(Caller caller, ServerWebExchange exchange) {
        return new Origin(new Actor(Optional.of(caller.clientId()), caller.userId()), TraceId.of(exchange));
    }

    private static ResponseEntity<AdminPlanView> created(KeptPlan plan) {
        return ResponseEntity.created(URI.create("/admin/v1/plans/" + plan.name()))
                .eTag(ETags.of(plan.version()))
                .body(AdminPlanView.of(plan));
    }

    private static ResponseEntity<AdminPlanView> tagged(KeptPlan plan) {
        return ResponseEntity.ok().eTag(ETags.of(plan.version())).body(AdminPlanView.of(plan));
    }

    /** Every plan, and why the file does not count at the moment. */
    record AllPlans(List<AdminPlanView> items, Optional<String> fileProblem) {}
}

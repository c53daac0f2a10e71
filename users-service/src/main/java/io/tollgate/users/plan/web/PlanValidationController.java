package io.tollgate.users.plan.web;

import io.tollgate.http.Caller;
import io.tollgate.users.plan.Plan;
import io.tollgate.users.plan.PlanFile;
import io.tollgate.users.plan.PlanFileRefused;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Whether a text would do as the file of plans; nothing comes of it. */
@RestController
class PlanValidationController {
    private final PlanFile file;

    PlanValidationController(PlanFile file) {
        this.file = file;
    }

    @PostMapping("/admin/v1/plans/validation")
    Mono<Verdict> validate(@Valid @RequestBody PlansText request, Caller caller) {
        caller.requireScope("clients:read");
        caller.requireRole("admin");
        return (request.isPart() ? file.parsePart(request.text()) : file.parse(request.text()))
                .map(page -> new Verdict(page.plans(), Optional.empty()))
                .onErrorResume(
                        PlanFileRefused.class,
                        refused -> Mono.just(new Verdict(null, Optional.of(refused.getMessage()))));
    }

    /** What stands in the file, or would; or what of it is a part, with other plans beside it. */
    record PlansText(@NotNull @Size(max = 500_000) String text, Boolean part) {
        boolean isPart() {
            return Boolean.TRUE.equals(part);
        }
    }

    /** The plans that it declares, or what is wrong with it. */
    record Verdict(List<Plan> plans, Optional<String> problem) {}
}

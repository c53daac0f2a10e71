package io.tollgate.users.plan.web;

import io.tollgate.http.ETags;
import io.tollgate.http.Problem;
import io.tollgate.http.ProblemType;
import io.tollgate.http.ProblemTypes;
import io.tollgate.http.RefusalTable;
import io.tollgate.users.plan.Flaw;
import io.tollgate.users.plan.PlanRefused;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an administrator is told about plans. */
@Configuration(proxyBeanMethods = false)
class PlanProblems {
    static final ProblemType DECLARED = new ProblemType("plan-declared-in-file", 409, "The plan is declared in a file");
    static final ProblemType IN_USE = new ProblemType("plan-in-use", 409, "Clients have the plan");
    static final ProblemType TAKEN = new ProblemType("plan-name-taken", 409, "Another plan has this name");

    @Bean
    RefusalTable planRefusals() {
        return RefusalTable.of()
                .on(PlanRefused.Invalid.class, PlanProblems::invalid)
                .on(PlanRefused.NotFound.class, refusal -> Problem.of(ProblemTypes.NOT_FOUND))
                .on(PlanRefused.Stale.class, refusal -> ETags.stale().problem())
                .on(PlanRefused.Declared.class, refusal -> Problem.of(DECLARED))
                .on(PlanRefused.InUse.class, refusal -> Problem.of(IN_USE))
                .on(PlanRefused.Taken.class, refusal -> Problem.of(TAKEN));
    }

    private static Problem invalid(PlanRefused.Invalid refusal) {
        Problem problem = Problem.of(ProblemTypes.VALIDATION_FAILED);
        for (Flaw flaw : refusal.flaws()) {
            problem = problem.error(flaw.pointer(), flaw.code(), flaw.sentence());
        }
        return problem;
    }
}

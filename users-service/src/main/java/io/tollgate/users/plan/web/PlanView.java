package io.tollgate.users.plan.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tollgate.users.plan.KeptPlan;
import io.tollgate.users.plan.Plan;

/** A plan as gateways see it. */
record PlanView(@JsonUnwrapped Plan plan, long version) {
    static PlanView of(KeptPlan kept) {
        return new PlanView(kept.plan(), kept.version());
    }
}

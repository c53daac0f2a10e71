package io.tollgate.users.plan.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tollgate.users.plan.KeptPlan;
import io.tollgate.users.plan.Plan;
import java.util.Locale;

/** A plan as administrators see it. */
record AdminPlanView(@JsonUnwrapped Plan plan, String source, long version) {
    static AdminPlanView of(KeptPlan kept) {
        return new AdminPlanView(kept.plan(), kept.source().name().toLowerCase(Locale.ROOT), kept.version());
    }
}

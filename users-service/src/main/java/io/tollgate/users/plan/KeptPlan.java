package io.tollgate.users.plan;

/**
 * A plan that holds.
 *
 * @param version grows with each change
 */
public record KeptPlan(Plan plan, PlanSource source, long version) {
    public String name() {
        return plan.name();
    }

    KeptPlan becoming(Plan other) {
        return new KeptPlan(other, source, version + 1);
    }
}

package io.tollgate.users.plan;

/** Where a plan was declared, and alone can be changed. */
public enum PlanSource {
    FILE,
    API
}

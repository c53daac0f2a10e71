package io.tollgate.gateway.plan;

/** All plans as they are now. */
public interface PlanBook {
    /** The plan with the name of the given one, which is what is used if there is no such plan in the book. */
    Plan current(Plan known);
}

package io.tollgate.gateway.limit;

import io.tollgate.gateway.plan.Limit;

/** Counts of this gateway alone. */
public interface OwnCounts extends Counts {
    /** One that belongs to nobody's key, of which everything was used at a moment of {@link System#nanoTime}. */
    Count usedUp(Limit limit, long nanos);
}

package io.tollgate.gateway.limit;

import io.tollgate.gateway.plan.Limit;
import io.tollgate.gateway.plan.WhenSharedStoreAway;

/** The counts of everybody. */
public interface Counts {
    /** The one with this key; a limit that changed since is from now on counted as it is. */
    Count of(CountKey key, Limit limit, WhenSharedStoreAway away);
}

package io.tollgate.gateway.limit;

import io.tollgate.gateway.plan.Limit;
import io.tollgate.gateway.plan.Mode;

/** One limit that a request was counted against, and how it stands now. */
public record Counted(Limit limit, Standing standing) {
    public boolean isEnforced() {
        return limit.mode() == Mode.ENFORCE;
    }

    public boolean isRefusing() {
        return isEnforced() && !standing.isTaken();
    }
}

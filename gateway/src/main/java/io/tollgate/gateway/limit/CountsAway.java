package io.tollgate.gateway.limit;

import java.time.Duration;

/** Gateways cannot count together now, and the plan does not let each count alone. */
public final class CountsAway extends RuntimeException {
    private final String plan;
    private final String limit;
    private final transient Duration retryAfter;

    public CountsAway(String plan, String limit, Duration retryAfter) {
        super("the shared counts are away", null, false, false);
        this.plan = plan;
        this.limit = limit;
        this.retryAfter = retryAfter;
    }

    public String rule() {
        return "plan:" + plan + "/limit:" + limit;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}

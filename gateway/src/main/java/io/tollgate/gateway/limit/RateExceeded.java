package io.tollgate.gateway.limit;

import java.time.Duration;

/** A caller asked more often than its plan, or an address tried more credentials than anybody has. */
public abstract sealed class RateExceeded extends RuntimeException {
    private final transient Duration retryAfter;

    RateExceeded(Duration retryAfter) {
        super("rate exceeded", null, false, false);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }

    /** By an API client, of its plan. */
    public static final class OfPlan extends RateExceeded {
        private final String plan;

        public OfPlan(String plan, Duration retryAfter) {
            super(retryAfter);
            this.plan = plan;
        }

        public String plan() {
            return plan;
        }
    }

    /** By an address, with credentials that have to be looked up. */
    public static final class OfAddress extends RateExceeded {
        public OfAddress(Duration retryAfter) {
            super(retryAfter);
        }
    }
}

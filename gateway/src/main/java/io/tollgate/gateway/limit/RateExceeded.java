package io.tollgate.gateway.limit;

import io.tollgate.gateway.plan.Limit;
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
        private final transient Limit limit;
        private final transient Standing standing;

        public OfPlan(String plan, Limit limit, Standing standing) {
            super(Duration.ofNanos(standing.untilNext()));
            this.plan = plan;
            this.limit = limit;
            this.standing = standing;
        }

        public String plan() {
            return plan;
        }

        public String rule() {
            return "plan:" + plan + "/limit:" + limit.name();
        }

        public long limit() {
            return limit.most();
        }

        public long remaining() {
            return standing.remaining();
        }

        public Duration reset() {
            return Duration.ofNanos(standing.untilFull());
        }
    }

    /** By an API client that has too many requests in flight. */
    public static final class AtOnce extends RateExceeded {
        private static final Duration SOON = Duration.ofSeconds(1);

        private final String plan;
        private final int limit;

        public AtOnce(String plan, int limit) {
            super(SOON);
            this.plan = plan;
            this.limit = limit;
        }

        public String rule() {
            return "plan:" + plan + "/concurrency";
        }

        public int limit() {
            return limit;
        }
    }

    /** By an address, with credentials that have to be looked up. */
    public static final class OfAddress extends RateExceeded {
        public OfAddress(Duration retryAfter) {
            super(retryAfter);
        }
    }
}

package io.tollgate.gateway.quota;

import java.time.Duration;

/** Why a request is not counted, and so not let through. */
public abstract sealed class QuotaRefused extends RuntimeException {
    private final String quota;
    private final transient Duration retryAfter;

    QuotaRefused(String reason, String quota, Duration retryAfter) {
        super(reason, null, false, false);
        this.quota = quota;
        this.retryAfter = retryAfter;
    }

    public String quota() {
        return quota;
    }

    public Duration retryAfter() {
        return retryAfter;
    }

    /** The quota is used up until its period ends. */
    public static final class Exceeded extends QuotaRefused {
        private final long limit;
        private final long remaining;

        public Exceeded(String quota, long limit, long remaining, Duration untilReset) {
            super("quota exceeded", quota, untilReset);
            this.limit = limit;
            this.remaining = remaining;
        }

        public long limit() {
            return limit;
        }

        /** Less than the request costs. */
        public long remaining() {
            return remaining;
        }
    }

    /** Nothing is held, and who counts for all gateways cannot be asked. */
    public static final class Unknown extends QuotaRefused {
        public Unknown(String quota, Duration retryAfter) {
            super("quota unknown", quota, retryAfter);
        }
    }
}

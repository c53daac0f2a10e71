package io.tollgate.gateway.caller.directory;

import java.time.Duration;
import java.time.Instant;

/**
 * How often a user may be tried from addresses that are not familiar. The second half is kept for addresses that have
 * not been wrong about this user yet: whoever wants to keep the rightful user out needs new addresses all the time.
 */
final class StrangersTries {
    private final int most;
    private final Duration every;
    private double left;
    private Instant asOf;

    StrangersTries(int most, Duration every, Instant now) {
        this.most = most;
        this.every = every;
        this.left = most;
        this.asOf = now;
    }

    /** Zero when a try may begin; else how long to wait. */
    synchronized Duration begin(Instant now, boolean wasWrong) {
        refill(now);
        double needed = wasWrong ? most / 2.0 + 1 : 1;
        if (left < needed) {
            return Duration.ofMillis((long) Math.ceil((needed - left) * every.toMillis()));
        }
        left--;
        return Duration.ZERO;
    }

    synchronized void takeBack() {
        left = Math.min(most, left + 1);
    }

    private void refill(Instant now) {
        long passed = Math.max(0, Duration.between(asOf, now).toMillis());
        left = Math.min(most, left + (double) passed / every.toMillis());
        asOf = now;
    }
}

package io.tollgate.gateway.caller.directory;

import java.time.Duration;
import java.time.Instant;

/** Wrong passwords one after the other: some are free, then each makes the next wait twice as long. */
final class Tally {
    // more would only make the way back longer: by then each wait is the longest
    private static final int MOST_DOUBLINGS = 8;

    private final int free;
    private final Duration first;
    private final Duration longest;
    private int wrong;
    private Instant next = Instant.MIN;

    Tally(int free, Duration first, Duration longest) {
        this.free = free;
        this.first = first;
        this.longest = longest;
    }

    /** Zero when a try may begin, which then counts as wrong until it is taken back; else how long to wait. */
    synchronized Duration begin(Instant now) {
        if (now.isBefore(next)) {
            return Duration.between(now, next);
        }
        wrong = Math.min(wrong + 1, free + MOST_DOUBLINGS);
        if (wrong >= free) {
            next = now.plus(delay(wrong - free));
        }
        return Duration.ZERO;
    }

    /** The try was not wrong, or was none. */
    synchronized void takeBack() {
        wrong = Math.max(0, wrong - 1);
        next = Instant.MIN;
    }

    synchronized boolean hasWrong() {
        return wrong > 0;
    }

    private Duration delay(int doublings) {
        Duration delay = first.multipliedBy(1L << doublings);
        return delay.compareTo(longest) < 0 ? delay : longest;
    }
}

package io.tollgate.gateway.limit;

import java.time.Duration;

/**
 * How often something may be done: so many times per window on average, and so many at once.
 *
 * @param limit how many times per window
 * @param window the window
 * @param burst how many times at once, after a pause
 */
public record Rate(long limit, Duration window, long burst) {
    public Rate {
        if (limit < 1 || burst < 1 || window.toMillis() < 1) {
            throw new IllegalArgumentException("a rate needs a limit, a window and a burst above zero");
        }
    }

    /** In how many seconds an empty allowance is full again: with {@code burst} the quota that a client may rely on. */
    public long secondsToFull() {
        return Math.max(1, (window.toMillis() * burst + limit * 1_000 - 1) / (limit * 1_000));
    }
}

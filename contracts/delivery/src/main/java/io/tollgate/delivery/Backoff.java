package io.tollgate.delivery;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long a parked message pauses: twice as long each time, with some chance so that many do not come together. */
record Backoff(Duration first, Duration longest, double jitter, DoubleSupplier chance) {
    private static final int DOUBLINGS = 30;

    /** @param attempts tries so far, at least 1 */
    Duration after(int attempts) {
        long doubled = first.toMillis() << Math.min(attempts - 1, DOUBLINGS);
        long capped = doubled <= 0 ? longest.toMillis() : Math.min(doubled, longest.toMillis());
        double factor = 1 - jitter + 2 * jitter * chance.getAsDouble();
        return Duration.ofMillis(Math.round(capped * factor));
    }
}

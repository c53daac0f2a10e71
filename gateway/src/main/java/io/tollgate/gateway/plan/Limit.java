package io.tollgate.gateway.plan;

import java.time.Duration;
import java.util.Set;

/**
 * One of the rates that a plan allows.
 *
 * @param name its name in the plan
 * @param per whose requests are counted together
 * @param algorithm how they are counted
 * @param limit how much per window
 * @param window the window
 * @param burst how much at once, for a token bucket
 * @param mode whether it refuses
 * @param operations what it is about; none means everything
 */
public record Limit(
        String name,
        Per per,
        Algorithm algorithm,
        long limit,
        Duration window,
        long burst,
        Mode mode,
        Set<String> operations) {
    public Limit {
        if (limit < 1 || burst < 1 || window.toMillis() < 1) {
            throw new IllegalArgumentException("limit " + name + " needs a limit, a window and a burst above zero");
        }
        operations = Set.copyOf(operations);
    }

    public boolean isAbout(String operation) {
        return operations.isEmpty() || operations.contains(operation);
    }

    /** The most that can be used at once. */
    public long most() {
        return algorithm == Algorithm.TOKEN_BUCKET ? burst : limit;
    }

    /** In how long the most that can be used at once can be used again and again: a bucket's time to fill, or the window. */
    public Duration perHowLong() {
        return algorithm == Algorithm.TOKEN_BUCKET ? fullAfter() : window;
    }

    /** After how long everything can be used again, even if all of it was used. */
    public Duration fullAfter() {
        return algorithm == Algorithm.TOKEN_BUCKET
                ? Duration.ofNanos((long) Math.ceil((double) burst * window.toNanos() / limit))
                : window.plusNanos(window.toNanos() / 30);
    }

    /** An equal part of it, for each of so many. */
    public Limit part(int parts) {
        return new Limit(name, per, algorithm, limit / parts, window, Math.max(1, burst / parts), mode, operations);
    }

    /** Whether there is something for each of so many. */
    public boolean hasPart(int parts) {
        return limit >= parts && burst >= parts;
    }
}

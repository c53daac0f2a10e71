package io.tollgate.orders.order;

import java.time.Duration;

/** The user, or all users together, follow as many orders as one process follows. */
public final class TooManyStreams extends OrderRefused {
    private static final Duration A_WHILE = Duration.ofSeconds(5);

    TooManyStreams() {
        super("too many streams");
    }

    public Duration retryAfter() {
        return A_WHILE;
    }
}

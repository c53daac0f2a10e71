package io.tollgate.delivery;

import io.tollgate.values.TooBusy;
import java.time.Duration;

/** So much waits to be sent that no new work is begun. */
public final class BacklogFull extends RuntimeException implements TooBusy {
    private static final Duration SOON = Duration.ofSeconds(5);

    BacklogFull(long waiting) {
        super(waiting + " messages wait to be sent", null, false, false);
    }

    @Override
    public Duration retryAfter() {
        return SOON;
    }
}

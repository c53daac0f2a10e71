package io.tollgate.users.credential;

import io.tollgate.values.TooBusy;
import java.time.Duration;

/** More passwords wait to be hashed than the queue may hold. */
public final class HashingBusy extends RuntimeException implements TooBusy {
    public HashingBusy() {
        super("the queue of passwords to be hashed is full", null, false, false);
    }

    @Override
    public Duration retryAfter() {
        return Duration.ofSeconds(1);
    }
}

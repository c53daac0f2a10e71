package io.tollgate.values;

import java.time.Duration;

/** What an exception implements that means "not now, but soon": over HTTP it is 503 with {@code Retry-After}. */
public interface TooBusy {
    Duration retryAfter();
}

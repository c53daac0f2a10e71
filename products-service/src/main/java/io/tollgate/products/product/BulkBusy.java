package io.tollgate.products.product;

import io.tollgate.values.TooBusy;
import java.time.Duration;

/** Others change many products at this moment. */
public final class BulkBusy extends RuntimeException implements TooBusy {
    private static final Duration SOON = Duration.ofSeconds(2);

    BulkBusy() {
        super("bulk changes are under way", null, false, false);
    }

    @Override
    public Duration retryAfter() {
        return SOON;
    }
}

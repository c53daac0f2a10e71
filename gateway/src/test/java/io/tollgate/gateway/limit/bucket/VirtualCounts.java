package io.tollgate.gateway.limit.bucket;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tollgate.gateway.limit.LimitProperties;
import io.tollgate.gateway.limit.OwnCounts;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Counts in memory under a clock of the test's. */
public final class VirtualCounts {
    private VirtualCounts() {}

    public static OwnCounts of(LongSupplier nanos) {
        return new LocalCounts(properties(100_000), new SimpleMeterRegistry(), nanos);
    }

    static LimitProperties properties(long maxBuckets) {
        return new LimitProperties(1, Duration.ofSeconds(1), maxBuckets);
    }
}

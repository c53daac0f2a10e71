package io.tollgate.testing;

import io.tollgate.values.Ids;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Identifiers that a test can foretell: valid, sortable, and the same in every run. */
public final class SequentialIds implements Ids {
    // 2026-05-04T12:00:00Z in milliseconds, version 7
    private static final long NOON = 0x019df2dc0a00L << 16 | 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final AtomicLong last = new AtomicLong();

    @Override
    public UUID uuid() {
        return new UUID(NOON, VARIANT | last.incrementAndGet());
    }
}

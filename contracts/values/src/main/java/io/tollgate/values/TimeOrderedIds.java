package io.tollgate.values;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** UUIDv7 (RFC 9562, method 3): 48 bits of milliseconds, a 12-bit counter that carries into them, 62 random bits. */
public final class TimeOrderedIds implements Ids {
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RANDOM_BITS = 0x3FFF_FFFF_FFFF_FFFFL;

    private final Clock clock;
    private final AtomicLong last = new AtomicLong();
    // Two processes started in the same nanosecond share their ThreadLocalRandom's sequence; this keeps them apart.
    private final long process = new SecureRandom().nextLong();

    public TimeOrderedIds(Clock clock) {
        this.clock = clock;
    }

    @Override
    public UUID uuid() {
        long earliest = clock.millis() << 12;
        long tick = last.updateAndGet(previous -> Math.max(previous + 1, earliest));
        long high = (tick >>> 12 << 16) | VERSION | (tick & 0xFFF);
        long random = ThreadLocalRandom.current().nextLong() ^ process;
        return new UUID(high, VARIANT | (random & RANDOM_BITS));
    }
}

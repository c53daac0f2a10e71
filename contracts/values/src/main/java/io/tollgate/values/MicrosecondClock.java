package io.tollgate.values;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** UTC as the databases keep it. Not {@link Clock#tick}: with a tick below a millisecond its {@code millis()} divides by zero. */
final class MicrosecondClock extends Clock {
    private final Clock precise = Clock.systemUTC();

    @Override
    public Instant instant() {
        return precise.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public long millis() {
        return precise.millis();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Tollgate's time is UTC");
    }
}

package io.tollgate.gateway.limit.network;

import io.tollgate.gateway.plan.Limit;
import java.util.List;

/** A sliding window in Redis, counted in sixtieths; a lease ends within one of them, and within two seconds. */
record WindowSharing(Limit limit, int parts) implements Sharing {
    private static final long SLOTS = 60;
    private static final long LONGEST = 2_000;

    @Override
    public Script script() {
        return Script.WINDOW;
    }

    @Override
    public List<String> arguments(Ask ask) {
        return Arguments.of(
                limit.limit(),
                limit.window().toMillis(),
                slot(),
                lasts(),
                ask.need(),
                ask.want(),
                parts,
                ask.back().map(Lease::unused).orElse(0L),
                ask.back().map(Lease::slot).orElse(0L),
                ask.away(),
                ask.left());
    }

    @Override
    public long lasts() {
        return Math.min(slot(), LONGEST);
    }

    @Override
    public boolean keepsOlder() {
        return false;
    }

    @Override
    public long untilFull(long remaining, long fullIn) {
        return Math.max(0, fullIn);
    }

    private long slot() {
        return (limit.window().toMillis() + SLOTS - 1) / SLOTS;
    }
}

package io.tollgate.gateway.limit.network;

import io.tollgate.gateway.plan.Limit;
import java.util.List;
import java.util.Optional;

/** A token bucket in Redis, in whole units: one token is as many as the window has milliseconds. */
record BucketSharing(Limit limit, int parts, String gateway) implements Sharing {
    private static final long MILLI = 1_000_000;
    private static final long LASTS = 10_000;

    @Override
    public Script script() {
        return Script.BUCKET;
    }

    @Override
    public List<String> arguments(Ask ask) {
        return Arguments.of(
                limit.burst(),
                limit.limit(),
                limit.window().toMillis(),
                LASTS,
                ask.need(),
                ask.want(),
                parts,
                name(ask.id()),
                name(ask.keep()),
                ask.keep().map(Lease::unused).orElse(0L),
                name(ask.back()),
                ask.back().map(Lease::unused).orElse(0L),
                ask.away(),
                ask.left());
    }

    @Override
    public long lasts() {
        return LASTS;
    }

    @Override
    public boolean keepsOlder() {
        return true;
    }

    @Override
    public long untilFull(long remaining, long fullIn) {
        long missing = Math.max(0, limit.burst() - remaining);
        return (missing * limit.window().toMillis() + limit.limit() - 1) / limit.limit() * MILLI;
    }

    private String name(Optional<Lease> lease) {
        return lease.map(Lease::id).map(this::name).orElse("");
    }

    private String name(long id) {
        return gateway + "-" + id;
    }
}

package io.tollgate.gateway.limit.network;

import io.tollgate.gateway.plan.Algorithm;
import io.tollgate.gateway.plan.Limit;
import java.util.List;

/** How one algorithm is counted in Redis. */
interface Sharing {
    static Sharing of(Limit limit, Shared shared) {
        // nobody takes more than this part of what is there, so that others find something, too
        int parts = 2 * shared.gateways();
        return limit.algorithm() == Algorithm.TOKEN_BUCKET
                ? new BucketSharing(limit, parts, shared.name())
                : new WindowSharing(limit, parts);
    }

    Limit limit();

    Script script();

    List<String> arguments(Ask ask);

    /** How many milliseconds a lease lasts. */
    long lasts();

    /** Whether a lease can still be used beside a newer one. */
    boolean keepsOlder();

    /** Nanoseconds until everything is there again, from what remains now and from when Redis said so. */
    long untilFull(long remaining, long fullIn);
}

package io.tollgate.gateway.limit;

import reactor.core.publisher.Mono;

/** How much somebody has used of one limit. */
public interface Count {
    /** Takes all of it or nothing; a cost of zero is always taken, and says how the count stands. */
    Standing take(long cost);

    /** Undoes what was taken a moment ago for a request that another limit refused. */
    void giveBack(long cost, Standing taken);

    /** To be waited for when {@link #take} could not tell; it never fails. */
    default Mono<Void> more(long cost) {
        return Mono.empty();
    }
}

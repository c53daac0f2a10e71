package io.tollgate.workers.erasure;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All erasures, those whose dead letters are still to be searched and (as tombstones) those that are complete. */
public interface Erasures {
    /** Joins the caller's transaction; opens a complete one again, and one that somebody works on is left by him. */
    Mono<Void> open(UserId userId, long version, long items, Instant dueAt);

    Flux<UserId> due(Instant now, int limit);

    /** One conditional update; empty when it is complete, not due, or somebody else's. */
    Mono<Erasure> claim(UserId userId, Instant now, Instant until);

    /** Counts what was removed though the search is not complete. */
    Mono<Void> count(Erasure erasure, long items);

    /** Whether the claim was still the caller's. */
    Mono<Boolean> complete(Erasure erasure, Instant now);
}

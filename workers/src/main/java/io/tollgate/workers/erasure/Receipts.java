package io.tollgate.workers.erasure;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Where it is said that nothing is left; it is said when the transaction commits, and not otherwise. */
public interface Receipts {
    Mono<Void> publish(UserId userId, long erasedVersion, long items, Instant completedAt);
}

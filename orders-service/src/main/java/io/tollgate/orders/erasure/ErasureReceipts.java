package io.tollgate.orders.erasure;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Where it is told that a user is forgotten. */
public interface ErasureReceipts {
    Mono<Void> completed(String userId, long erasedVersion, long items, Instant at);
}

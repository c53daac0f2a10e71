package io.tollgate.products.erasure;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Where it is told that nothing of a user is kept here. */
public interface ErasureReceipts {
    Mono<Void> completed(String userId, long erasedVersion, long items, Instant at);
}

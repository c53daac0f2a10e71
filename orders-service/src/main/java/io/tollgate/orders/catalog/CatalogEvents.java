package io.tollgate.orders.catalog;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Where products are told what is wanted of them. */
public interface CatalogEvents {
    Mono<Void> wanted(Instant askedAt);
}

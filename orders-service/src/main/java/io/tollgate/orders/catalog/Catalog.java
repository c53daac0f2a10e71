package io.tollgate.orders.catalog;

import java.time.Instant;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The own copy of the catalog: it lags, and says how far. */
public interface Catalog {
    Mono<CatalogEntry> find(ProductId id);

    /** Those that are known, in no order. */
    Flux<CatalogEntry> findAll(Collection<ProductId> ids);

    /** When products last said anything; empty while nothing was heard at all. */
    Mono<Instant> asOf();

    Mono<Void> add(CatalogEntry entry);

    /** Replaces what is known of the product, unless another was quicker. */
    Mono<Void> replace(CatalogEntry known, CatalogEntry entry);
}

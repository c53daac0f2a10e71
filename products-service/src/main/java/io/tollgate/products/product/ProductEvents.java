package io.tollgate.products.product;

import reactor.core.publisher.Mono;

/** Where it is told that the catalog changed; told when the transaction commits, and not otherwise. */
public interface ProductEvents {
    Mono<Void> published(Product product);
}

package io.tollgate.products.product;

import reactor.core.publisher.Mono;

/** Where a new product gets its place, empty at first. */
public interface Shelves {
    Mono<Void> open(ProductId id);
}

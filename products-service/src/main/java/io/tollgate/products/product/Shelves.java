package io.tollgate.products.product;

import reactor.core.publisher.Mono;

/** Where a new product gets its place, empty at first, and where it is known whether orders may take from it. */
public interface Shelves {
    Mono<Void> open(ProductId id, Status status);

    Mono<Void> turn(ProductId id, Status status);
}

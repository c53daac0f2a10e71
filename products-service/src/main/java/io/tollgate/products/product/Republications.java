package io.tollgate.products.product;

import reactor.core.publisher.Mono;

/** Where the republication is kept; a lost race is an error on which the caller's transaction is run again. */
public interface Republications {
    Mono<Republication> current();

    Mono<Void> update(Republication next);
}

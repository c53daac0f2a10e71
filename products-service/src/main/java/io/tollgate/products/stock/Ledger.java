package io.tollgate.products.stock;

import io.tollgate.products.product.ProductId;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every movement of every stock; written in the transaction that moves. */
public interface Ledger {
    /** Gives it back with the trace in which it was written. */
    Mono<Movement> write(Movement movement);

    /** The latest first, those before the one given. */
    Flux<Movement> list(ProductId productId, int limit, Optional<MovementId> before);
}

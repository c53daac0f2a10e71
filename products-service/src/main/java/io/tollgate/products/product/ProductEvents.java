package io.tollgate.products.product;

import java.util.List;
import reactor.core.publisher.Mono;

/** Where it is told that the catalog changed; told when the transaction commits, and not otherwise. */
public interface ProductEvents {
    Mono<Void> publish(List<ProductEvent> facts);

    /** Refuses new work while too much waits to be told. */
    Mono<Void> admit();
}

package io.tollgate.products.product;

import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All published products. */
public interface Products {
    /** Keeps a new product, or refuses with {@link SkuTaken}. */
    Mono<Void> add(Product product);

    Mono<Product> find(ProductId id);

    /** In the order of publication, those after the given one. */
    Flux<Product> list(int limit, Optional<ProductId> after);
}

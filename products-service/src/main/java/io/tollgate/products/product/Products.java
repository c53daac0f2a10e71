package io.tollgate.products.product;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All products. */
public interface Products {
    /** Keeps a new product, or refuses with {@link SkuTaken}. */
    Mono<Void> add(Product product);

    /** Keeps the next version, or refuses with {@link ProductStale} or {@link SkuTaken}. */
    Mono<Void> update(Product next);

    Mono<Product> find(ProductId id);

    /** Those of them that exist, whatever the case in which the SKUs are written. */
    Flux<Product> findBySku(Collection<String> skus);

    Flux<Product> list(ProductQuery query, int limit, Optional<Position> after);

    /** Those whose price may be another by now. */
    Flux<Product> dueForRepricing(Instant now, int limit);

    /** Published ones in the order of their ids, after the one given. */
    Flux<Product> published(Optional<ProductId> after, int limit);
}

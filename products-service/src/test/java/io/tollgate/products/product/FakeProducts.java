package io.tollgate.products.product;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Products in a map. */
final class FakeProducts implements Products {
    private final Map<ProductId, Product> products = new TreeMap<>();

    @Override
    public Mono<Void> add(Product product) {
        return Mono.fromRunnable(() -> products.put(product.id(), product));
    }

    @Override
    public Mono<Product> find(ProductId id) {
        return Mono.justOrEmpty(products.get(id));
    }

    @Override
    public Flux<Product> list(int limit, Optional<ProductId> after) {
        return Flux.fromIterable(products.values())
                .filter(product -> after.isEmpty() || product.id().compareTo(after.get()) > 0)
                .take(limit);
    }
}

package io.tollgate.products.product;

import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** One product by its id. */
@Service
public class FindProduct {
    private final Products products;

    FindProduct(Products products) {
        this.products = products;
    }

    public Mono<Product> handle(ProductId id) {
        return Mono.just(id)
                .filter(ProductId::isValid)
                .flatMap(products::find)
                .switchIfEmpty(Mono.error(() -> new ProductNotFound(id)));
    }
}

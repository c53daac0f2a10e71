package io.tollgate.products.product;

import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Keeps what became of a product and tells of it, in the transaction of whoever asks. */
@Service
class ProductBook {
    private final Products products;
    private final Shelves shelves;
    private final ProductEvents events;

    ProductBook(Products products, Shelves shelves, ProductEvents events) {
        this.products = products;
        this.shelves = shelves;
        this.events = events;
    }

    Mono<Product> find(ProductId id) {
        return Mono.just(id)
                .filter(ProductId::isValid)
                .flatMap(products::find)
                .switchIfEmpty(Mono.error(() -> new ProductNotFound(id)));
    }

    /** A new product, with an empty shelf. */
    Mono<Product> add(Change created) {
        Product product = created.product();
        return products.add(product)
                .then(Mono.defer(() -> shelves.open(product.id(), product.status())))
                .then(Mono.defer(() -> events.publish(created.facts())))
                .thenReturn(product);
    }

    Mono<Product> keep(Change change) {
        return change.happened() ? update(change) : Mono.just(change.product());
    }

    private Mono<Product> update(Change change) {
        Product product = change.product();
        return products.update(product)
                .then(Mono.defer(() -> change.turns() ? shelves.turn(product.id(), product.status()) : Mono.empty()))
                .then(Mono.defer(() -> events.publish(change.facts())))
                .thenReturn(product);
    }
}

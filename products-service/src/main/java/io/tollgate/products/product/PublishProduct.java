package io.tollgate.products.product;

import io.tollgate.values.Ids;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Puts a product into the catalog, gives it an empty shelf and tells of it. */
@Service
public class PublishProduct {
    private final Products products;
    private final Shelves shelves;
    private final ProductEvents events;
    private final Ids ids;
    private final Clock clock;

    PublishProduct(Products products, Shelves shelves, ProductEvents events, Ids ids, Clock clock) {
        this.products = products;
        this.shelves = shelves;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Mono<Product> handle(PublishProductCommand command) {
        return Mono.fromSupplier(() -> Product.publish(newId(), command, clock.instant()))
                .flatMap(this::keep);
    }

    private Mono<Product> keep(Product product) {
        return products.add(product)
                .then(Mono.defer(() -> shelves.open(product.id())))
                .then(Mono.defer(() -> events.published(product)))
                .thenReturn(product);
    }

    private ProductId newId() {
        return new ProductId(ids.next(ProductId.PREFIX));
    }
}

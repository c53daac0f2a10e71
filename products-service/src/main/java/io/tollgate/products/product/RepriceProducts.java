package io.tollgate.products.product;

import java.time.Clock;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Puts prices into effect whose time has come; the price in effect is kept, so that lists can be sorted by it. */
@Service
public class RepriceProducts {
    private final Products products;
    private final RepriceProduct repriceProduct;
    private final CatalogProperties properties;
    private final Clock clock;

    RepriceProducts(Products products, RepriceProduct repriceProduct, CatalogProperties properties, Clock clock) {
        this.products = products;
        this.repriceProduct = repriceProduct;
        this.properties = properties;
        this.clock = clock;
    }

    /** Each product in a transaction of its own; who changes one at the same time sees to its price as well. */
    public Mono<Void> handle() {
        return Mono.defer(() -> products.dueForRepricing(clock.instant(), properties.batch())
                        .concatMap(product -> repriceProduct
                                .handle(product)
                                .onErrorResume(ProductStale.class, overtaken -> Mono.empty()))
                        .count())
                .repeat()
                .takeWhile(count -> count == properties.batch())
                .then();
    }
}

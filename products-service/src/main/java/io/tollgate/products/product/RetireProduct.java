package io.tollgate.products.product;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Takes a product out of the catalog for good; what is retired already stays so. */
@Service
public class RetireProduct {
    private static final int RACES = 5;

    private final ProductBook book;
    private final Clock clock;

    RetireProduct(ProductBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Transactional
    public Mono<Product> handle(ProductId id) {
        return Mono.defer(() -> book.find(id))
                .map(product -> product.retire(clock.instant()))
                .flatMap(book::keep)
                .retryWhen(Retry.max(RACES).filter(ProductStale.class::isInstance));
    }
}

package io.tollgate.products.product;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Enters a draft into the catalog; what is active already stays so. */
@Service
public class PublishProduct {
    private static final int RACES = 5;

    private final ProductBook book;
    private final Clock clock;

    PublishProduct(ProductBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Transactional
    public Mono<Product> handle(ProductId id) {
        return Mono.defer(() -> book.find(id))
                .map(product -> product.publish(clock.instant()))
                .flatMap(book::keep)
                .retryWhen(Retry.max(RACES).filter(ProductStale.class::isInstance));
    }
}

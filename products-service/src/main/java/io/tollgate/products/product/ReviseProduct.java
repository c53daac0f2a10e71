package io.tollgate.products.product;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Says something else of a product, if it is still as the caller saw it. */
@Service
public class ReviseProduct {
    private final ProductBook book;
    private final Clock clock;

    ReviseProduct(ProductBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Transactional
    public Mono<Product> handle(Product seen, Content content) {
        return Mono.fromSupplier(() -> seen.revise(content, clock.instant())).flatMap(book::keep);
    }
}

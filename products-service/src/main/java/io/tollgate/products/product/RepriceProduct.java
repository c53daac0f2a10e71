package io.tollgate.products.product;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Puts the price of one product into effect whose time has come. */
@Service
class RepriceProduct {
    private final ProductBook book;
    private final Clock clock;

    RepriceProduct(ProductBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** Kept even when it costs the same: when to look again is another instant now. */
    @Transactional
    public Mono<Product> handle(Product due) {
        return Mono.fromSupplier(() -> due.reprice(clock.instant())).flatMap(book::keep);
    }
}

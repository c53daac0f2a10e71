package io.tollgate.products.product;

import io.tollgate.values.Ids;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Makes a product, as a draft or at once in the catalog. */
@Service
public class CreateProduct {
    private final ProductBook book;
    private final ProductEvents events;
    private final Ids ids;
    private final Clock clock;

    CreateProduct(ProductBook book, ProductEvents events, Ids ids, Clock clock) {
        this.book = book;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Mono<Product> handle(Content content, boolean active) {
        return events.admit()
                .then(Mono.fromSupplier(() -> create(content, active)))
                .flatMap(book::add);
    }

    private Change create(Content content, boolean active) {
        ProductId id = new ProductId(ids.next(ProductId.PREFIX));
        Instant now = clock.instant();
        return active ? Product.published(id, content, now) : Product.drafted(id, content, now);
    }
}

package io.tollgate.products.product;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Tells some products again, and how far it came, in one transaction. */
@Service
class RepublishBatch {
    private final Republications republications;
    private final Products products;
    private final ProductEvents events;
    private final CatalogProperties properties;
    private final Clock clock;

    RepublishBatch(
            Republications republications,
            Products products,
            ProductEvents events,
            CatalogProperties properties,
            Clock clock) {
        this.republications = republications;
        this.products = products;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
    }

    /** False when there is nothing more to do now. */
    @Transactional
    public Mono<Boolean> handle() {
        return republications
                .current()
                .filter(Republication::running)
                .flatMap(this::next)
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> next(Republication current) {
        return events.admit()
                .thenMany(products.published(current.after(), properties.batch()))
                .collectList()
                .flatMap(some -> tell(some).then(Mono.defer(() -> republications.update(after(current, some)))))
                .thenReturn(true);
    }

    private Mono<Void> tell(List<Product> some) {
        return events.publish(some.stream()
                .<ProductEvent>map(product -> new ProductEvent.Republished(product, clock.instant()))
                .toList());
    }

    private static Republication after(Republication current, List<Product> told) {
        return told.isEmpty()
                ? current.ended()
                : current.continuedAfter(told.get(told.size() - 1).id());
    }
}

package io.tollgate.products.product;

import io.tollgate.products.product.Upserted.Outcome;
import io.tollgate.values.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Some products, together or not at all; one that is refused is left out. */
@Service
class UpsertPart {
    private final Products products;
    private final ProductBook book;
    private final Ids ids;
    private final Clock clock;

    UpsertPart(Products products, ProductBook book, Ids ids, Clock clock) {
        this.products = products;
        this.book = book;
        this.ids = ids;
        this.clock = clock;
    }

    /** In a transaction of its own: a thousand products in one would keep others waiting. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Mono<List<Upserted>> handle(List<Upsert> items) {
        return products.findBySku(items.stream().map(Upsert::key).toList())
                .collectMap(product -> product.content().sku().toUpperCase(Locale.ROOT))
                .flatMap(known -> upsert(items, known));
    }

    private Mono<List<Upserted>> upsert(List<Upsert> items, Map<String, Product> known) {
        return Flux.fromIterable(items)
                .concatMap(item -> upsert(item, Optional.ofNullable(known.get(item.key()))))
                .collectList();
    }

    /** What the product itself refuses is its own failure; what the store refuses is a race, and the part's. */
    private Mono<Upserted> upsert(Upsert item, Optional<Product> known) {
        try {
            return known.map(product -> revise(item, product)).orElseGet(() -> create(item));
        } catch (ProductRefused refusal) {
            return Mono.just(Upserted.failed(item, refusal));
        }
    }

    private Mono<Upserted> revise(Upsert item, Product product) {
        Instant now = clock.instant();
        Change change = item.active() ? product.publishAs(item.content(), now) : product.revise(item.content(), now);
        Outcome outcome = change.happened() ? Outcome.UPDATED : Outcome.UNCHANGED;
        return book.keep(change).map(kept -> Upserted.of(item, outcome, kept));
    }

    private Mono<Upserted> create(Upsert item) {
        ProductId id = new ProductId(ids.next(ProductId.PREFIX));
        Change created = item.active()
                ? Product.published(id, item.content(), clock.instant())
                : Product.drafted(id, item.content(), clock.instant());
        return book.add(created).map(kept -> Upserted.of(item, Outcome.CREATED, kept));
    }
}

package io.tollgate.orders.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A catalog in a map. */
public final class MemoryCatalog implements Catalog {
    private final Map<ProductId, CatalogEntry> entries = new HashMap<>();

    @Override
    public Mono<CatalogEntry> find(ProductId id) {
        return Mono.fromSupplier(() -> entries.get(id));
    }

    @Override
    public Flux<CatalogEntry> findAll(Collection<ProductId> ids) {
        return Flux.fromIterable(ids).concatMap(this::find);
    }

    @Override
    public Mono<Instant> asOf() {
        return Mono.fromSupplier(() -> entries.values().stream()
                .map(CatalogEntry::asOf)
                .max(Comparator.naturalOrder())
                .orElse(null));
    }

    @Override
    public Mono<Void> add(CatalogEntry entry) {
        return Mono.fromRunnable(() -> entries.put(entry.productId(), entry));
    }

    @Override
    public Mono<Void> replace(CatalogEntry known, CatalogEntry entry) {
        return add(entry);
    }
}

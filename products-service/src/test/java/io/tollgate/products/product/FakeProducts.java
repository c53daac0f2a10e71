package io.tollgate.products.product;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Products in a map, their shelves, and what was told of them. */
final class FakeProducts implements Products, Shelves, ProductEvents {
    final Map<ProductId, Status> shelves = new TreeMap<>();
    final List<ProductEvent> told = new ArrayList<>();
    private final Map<ProductId, Product> products = new TreeMap<>();

    FakeProducts with(Product... some) {
        for (Product product : some) {
            products.put(product.id(), product);
            shelves.put(product.id(), product.status());
        }
        return this;
    }

    Product get(ProductId id) {
        return products.get(id);
    }

    @Override
    public Mono<Void> add(Product product) {
        return Mono.fromRunnable(() -> products.put(product.id(), product));
    }

    @Override
    public Mono<Void> update(Product next) {
        return Mono.fromRunnable(() -> {
            if (products.get(next.id()).version() != next.version() - 1) {
                throw new ProductStale(next.id());
            }
            products.put(next.id(), next);
        });
    }

    @Override
    public Mono<Product> find(ProductId id) {
        return Mono.justOrEmpty(products.get(id));
    }

    @Override
    public Flux<Product> findBySku(Collection<String> skus) {
        return Flux.fromIterable(products.values())
                .filter(product -> skus.contains(product.content().sku().toUpperCase()));
    }

    @Override
    public Flux<Product> list(ProductQuery query, int limit, Optional<Position> after) {
        throw new AssertionError("lists are the store's");
    }

    @Override
    public Flux<Product> dueForRepricing(Instant now, int limit) {
        return Flux.fromIterable(List.copyOf(products.values()))
                .filter(product ->
                        product.repricedAt().filter(at -> !at.isAfter(now)).isPresent())
                .take(limit);
    }

    @Override
    public Flux<Product> published(Optional<ProductId> after, int limit) {
        return Flux.fromIterable(products.values())
                .filter(product -> product.status() != Status.DRAFT)
                .filter(product -> after.isEmpty() || product.id().compareTo(after.get()) > 0)
                .take(limit);
    }

    @Override
    public Mono<Void> open(ProductId id, Status status) {
        return Mono.fromRunnable(() -> shelves.put(id, status));
    }

    @Override
    public Mono<Void> turn(ProductId id, Status status) {
        return open(id, status);
    }

    @Override
    public Mono<Void> publish(List<ProductEvent> facts) {
        return Mono.fromRunnable(() -> told.addAll(facts));
    }

    @Override
    public Mono<Void> admit() {
        return Mono.empty();
    }
}

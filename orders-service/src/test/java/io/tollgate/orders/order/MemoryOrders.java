package io.tollgate.orders.order;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Orders in a map. */
public class MemoryOrders implements Orders {
    private final Map<String, Order> all = new TreeMap<>();

    @Override
    public Mono<Void> add(Order order) {
        return Mono.fromRunnable(() -> all.put(order.id().value(), order));
    }

    @Override
    public Mono<Void> update(Order order) {
        return add(order);
    }

    @Override
    public Mono<Order> find(OrderId id) {
        return Mono.fromSupplier(() -> all.get(id.value()));
    }

    @Override
    public Flux<Order> list(Buyer buyer, int limit, Optional<OrderId> after) {
        return Flux.fromIterable(all.values())
                .filter(order -> order.buyer().equals(buyer))
                .filter(order -> after.isEmpty()
                        || order.id().value().compareTo(after.get().value()) < 0)
                .sort((a, b) -> b.id().value().compareTo(a.id().value()))
                .take(limit);
    }

    @Override
    public Flux<OrderId> overdue(Instant now, int limit) {
        return Flux.fromIterable(all.values())
                .filter(order -> order.state() instanceof OrderState.Placed placed && placed.isOverdue(now))
                .map(Order::id)
                .take(limit);
    }
}

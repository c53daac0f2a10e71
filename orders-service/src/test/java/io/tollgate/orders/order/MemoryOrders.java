package io.tollgate.orders.order;

import java.time.Instant;
import java.util.Map;
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
    public Mono<Order> findNamed(String clientId, String externalId) {
        return Flux.fromIterable(all.values())
                .filter(order -> order.buyer().clientId().equals(clientId))
                .filter(order -> order.purchase()
                        .externalId()
                        .filter(externalId::equalsIgnoreCase)
                        .isPresent())
                .next();
    }

    @Override
    public Flux<Order> list(OrderQuery query, int limit) {
        return Flux.fromIterable(all.values())
                .filter(order ->
                        query.userId().map(order.buyer().userId()::equals).orElse(true))
                .filter(order ->
                        query.clientId().map(order.buyer().clientId()::equals).orElse(true))
                .take(limit);
    }

    @Override
    public Flux<OrderId> openOf(String userId) {
        return Flux.fromIterable(all.values())
                .filter(order -> order.buyer().userId().equals(userId))
                .filter(order -> !order.status().isTerminal())
                .map(Order::id);
    }

    @Override
    public Mono<Long> forgetAddresses(String userId) {
        return Mono.just(0L);
    }

    @Override
    public Flux<OrderId> overdue(Instant now, int limit) {
        return Flux.fromIterable(all.values())
                .filter(order -> order.state().isOverdue(now))
                .map(Order::id)
                .take(limit);
    }
}

package io.tollgate.orders;

import io.tollgate.orders.order.Order;
import io.tollgate.orders.order.OrderId;
import io.tollgate.orders.order.OrderQuery;
import io.tollgate.orders.order.Orders;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The real orders, on which two meet in a given order: who is called first writes first, and the other has read before, or not. */
final class InTurn implements Orders {
    static final String WHO = "who";

    private record Turn(
            String first, boolean together, Sinks.Empty<Void> bothHaveRead, Sinks.Empty<Void> firstIsDone) {}

    private final Orders real;
    private final List<String> reads = new CopyOnWriteArrayList<>();
    private volatile Turn turn = new Turn("", false, Sinks.empty(), Sinks.empty());

    InTurn(Orders real) {
        this.real = real;
    }

    void begin(String first, boolean together) {
        reads.clear();
        turn = new Turn(first, together, Sinks.empty(), Sinks.empty());
    }

    /** Who comes second begins when the first is done, unless both are to read before. */
    <T> Mono<T> after(String who, Mono<T> thing) {
        return Mono.defer(() -> who.equals(turn.first()) || turn.together()
                ? thing
                : turn.firstIsDone().asMono().then(thing));
    }

    void done(String who) {
        if (who.equals(turn.first())) {
            turn.firstIsDone().tryEmitEmpty();
        }
    }

    long reads(String who) {
        return reads.stream().filter(who::equals).count();
    }

    @Override
    public Mono<Order> find(OrderId id) {
        return real.find(id)
                .flatMap(order -> Mono.deferContextual(
                        context -> hasRead(context.getOrDefault(WHO, "")).thenReturn(order)));
    }

    @Override
    public Mono<Void> update(Order order) {
        return Mono.deferContextual(context -> {
            String who = context.getOrDefault(WHO, "");
            boolean waits = !who.isEmpty() && !who.equals(turn.first());
            return waits ? turn.firstIsDone().asMono().then(real.update(order)) : real.update(order);
        });
    }

    private Mono<Void> hasRead(String who) {
        if (who.isEmpty()) {
            return Mono.empty();
        }
        reads.add(who);
        if (reads.stream().distinct().count() == 2) {
            turn.bothHaveRead().tryEmitEmpty();
        }
        return turn.together() ? turn.bothHaveRead().asMono() : Mono.empty();
    }

    @Override
    public Mono<Void> add(Order order) {
        return real.add(order);
    }

    @Override
    public Mono<Order> findNamed(String clientId, String externalId) {
        return real.findNamed(clientId, externalId);
    }

    @Override
    public Flux<Order> list(OrderQuery query, int limit) {
        return real.list(query, limit);
    }

    @Override
    public Flux<OrderId> openOf(String userId) {
        return real.openOf(userId);
    }

    @Override
    public Mono<Long> forgetAddresses(String userId) {
        return real.forgetAddresses(userId);
    }

    @Override
    public Flux<OrderId> overdue(Instant now, int limit) {
        return real.overdue(now, limit);
    }
}

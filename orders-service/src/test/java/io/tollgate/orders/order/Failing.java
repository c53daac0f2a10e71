package io.tollgate.orders.order;

import io.tollgate.testing.MutableClock;
import java.time.Instant;
import reactor.core.publisher.Flux;

/** Use cases whose database is away. */
public final class Failing {
    private Failing() {}

    public static ExpireOrders expireOrders() {
        MemoryOrders away = new MemoryOrders() {
            @Override
            public Flux<OrderId> overdue(Instant now, int limit) {
                return Flux.error(new IllegalStateException("the database is away"));
            }
        };
        return new ExpireOrders(away, null, OrderFixtures.DEADLINES, MutableClock.atNoon());
    }
}

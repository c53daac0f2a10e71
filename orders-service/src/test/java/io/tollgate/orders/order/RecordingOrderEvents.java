package io.tollgate.orders.order;

import io.tollgate.database.AfterCommit;
import io.tollgate.values.TooBusy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Mono;

/** Remembers what others were told. */
public final class RecordingOrderEvents implements OrderEvents {
    public final List<OrderEvent> told = new CopyOnWriteArrayList<>();
    public boolean full;

    /** Stands in for the outbox's refusal. */
    public static final class Full extends RuntimeException implements TooBusy {
        @Override
        public Duration retryAfter() {
            return Duration.ofSeconds(5);
        }
    }

    @Override
    public Mono<Void> admit() {
        return Mono.defer(() -> full ? Mono.error(new Full()) : Mono.empty());
    }

    /** As the outbox's: what is rolled back was never told. */
    @Override
    public Mono<Void> publish(List<OrderEvent> facts) {
        return AfterCommit.run(() -> told.addAll(facts));
    }
}

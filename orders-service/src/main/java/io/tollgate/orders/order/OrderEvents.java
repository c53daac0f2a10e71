package io.tollgate.orders.order;

import java.util.List;
import reactor.core.publisher.Mono;

/** Where others are told; told when the transaction commits, and not otherwise. */
public interface OrderEvents {
    /** Refuses new work while too much waits to be told. */
    Mono<Void> admit();

    Mono<Void> publish(List<OrderEvent> facts);
}

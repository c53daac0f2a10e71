package io.tollgate.workers.fulfillment;

import reactor.core.publisher.Mono;

/** What was decided about all orders. A lost race is an error on which the caller's transaction is run again. */
public interface Fulfillments {
    Mono<Fulfillment> find(OrderId orderId);

    Mono<Void> add(Fulfillment fulfillment);

    Mono<Void> cancel(OrderId orderId);
}

package io.tollgate.sound.order;

import reactor.core.publisher.Mono;

/** A port. */
public interface Orders {
    Mono<Order> find(String id);

    Mono<Void> announce(Order order);
}

package io.tollgate.delivery;

import reactor.core.publisher.Mono;

/** Stands in for contracts/delivery, which this module cannot depend on. */
public interface Outbox {
    Mono<Void> add(String message);
}

package io.tollgate.workers.thirdparty;

import reactor.core.publisher.Mono;

/** A transaction of its own, begun again when somebody else won a row. */
public interface UnitOfWork {
    <T> Mono<T> run(Mono<T> work);
}

package io.tollgate.users.usage;

import reactor.core.publisher.Mono;

/** One transaction, run again when another one was in its way. */
public interface UnitOfWork {
    <T> Mono<T> run(Mono<T> work);
}

package io.tollgate.users.erasure;

import io.tollgate.users.erasure.Erasure.Receipt;
import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All erasures and their receipts. */
public interface Erasures {
    /** @param repeatAt when others are told again, unless all have answered */
    Mono<Void> add(Erasure erasure, Instant repeatAt);

    Mono<Erasure> find(String userId);

    /** The same, and nobody else changes it before this transaction ends. */
    Mono<Erasure> hold(String userId);

    /** Keeps the first receipt of a publisher. */
    Mono<Void> keep(String userId, Receipt receipt);

    Mono<Void> complete(String userId, Instant now);

    /** Users whom others are to be told of again. */
    Flux<String> due(Instant now, int limit);

    /** Says whether it was still due, and to this process. */
    Mono<Boolean> postpone(String userId, Instant now, Instant until);
}

package io.tollgate.orders.order;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who was erased, for ever: nobody orders in the name of one, whatever the gateway still believes. */
public interface FormerUsers {
    /** Joins the caller's transaction; what was placed at the same moment is looked for once more at that time. */
    Mono<Void> add(String userId, Instant lookAgainAt);

    /** Who is to be looked for once more. */
    Flux<String> due(Instant now, int limit);

    Mono<Void> lookedAgain(String userId);
}

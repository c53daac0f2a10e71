package io.tollgate.users.refusal;

import io.tollgate.users.usage.RefusedRequest;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Requests that gateways refused. */
public interface RefusedRequests {
    /** Kept once, however often it is told. */
    Mono<Void> add(RefusedRequest request);

    Mono<RefusedRequest> find(String requestId, Instant since);

    Mono<Void> forget(Instant before);
}

package io.tollgate.users.refusal;

import io.tollgate.users.usage.RefusedRequest;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Requests that gateways refused. */
public interface RefusedRequests {
    /** Each is kept once, however often it is told. */
    Mono<Void> add(List<RefusedRequest> refused);

    Mono<RefusedRequest> find(String requestId, Instant since);

    Mono<Void> forget(Instant before);
}

package io.tollgate.users.refusal.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tollgate.users.usage.RefusedRequest;
import java.time.Instant;
import java.util.Optional;

/** A refused request, as its client sees it. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record RequestResponse(
        String requestId,
        Optional<String> traceId,
        Instant at,
        String clientId,
        Optional<String> operation,
        int status,
        String type,
        Optional<String> rule,
        Optional<Long> limit,
        Optional<Long> remaining,
        Optional<Instant> resetAt) {
    private static final String TYPES = "https://tollgate.io/problems/";

    static RequestResponse of(RefusedRequest request) {
        return new RequestResponse(
                request.requestId(),
                request.traceId(),
                request.at(),
                request.clientId(),
                request.operation(),
                request.status(),
                TYPES + request.type(),
                request.rule(),
                request.limit(),
                request.remaining(),
                request.resetAt());
    }
}

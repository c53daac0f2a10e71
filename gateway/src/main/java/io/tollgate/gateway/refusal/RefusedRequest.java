package io.tollgate.gateway.refusal;

import java.time.Instant;

/**
 * A request of a known client that was refused here, as it stands in the report; what does not apply is null.
 *
 * @param type the problem's name
 * @param rule what refused it
 * @param limit what the rule allows, where it counts
 * @param remaining what was left of it
 * @param resetAt when there is more
 */
public record RefusedRequest(
        String requestId,
        String traceId,
        Instant at,
        String clientId,
        String userId,
        String operation,
        int status,
        String type,
        String rule,
        Long limit,
        Long remaining,
        Instant resetAt) {}

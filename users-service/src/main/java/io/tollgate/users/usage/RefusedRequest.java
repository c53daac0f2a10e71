package io.tollgate.users.usage;

import java.time.Instant;
import java.util.Optional;

/**
 * A request of a known client that a gateway refused, and why.
 *
 * @param type the problem's name
 * @param rule what refused it
 * @param limit what the rule allows, where it counts
 * @param remaining what was left of it
 * @param resetAt when there is more
 */
public record RefusedRequest(
        String requestId,
        Optional<String> traceId,
        Instant at,
        String clientId,
        Optional<String> userId,
        Optional<String> operation,
        int status,
        String type,
        Optional<String> rule,
        Optional<Long> limit,
        Optional<Long> remaining,
        Optional<Instant> resetAt) {}

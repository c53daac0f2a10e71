package io.tollgate.gateway.refusal.web;

import io.tollgate.gateway.caller.ApiClient;
import io.tollgate.gateway.caller.KnownCaller;
import io.tollgate.gateway.caller.User;
import io.tollgate.gateway.refusal.RefusedRequest;
import io.tollgate.gateway.refusal.RefusedRequests;
import io.tollgate.gateway.routing.RouteRules;
import io.tollgate.gateway.trace.RequestTrace;
import io.tollgate.http.Problem;
import io.tollgate.http.RequestId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Keeps a refusal if its client is known; what strangers are refused is nobody's to look up. */
@Component
final class KeepRefusal {
    private final RefusedRequests requests;
    private final Clock clock;

    KeepRefusal(RefusedRequests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    void keep(ServerWebExchange exchange, Problem problem) {
        ApiClient client = ApiClient.of(exchange.getAttributes());
        if (client != null) {
            RequestId.of(exchange).ifPresent(id -> requests.add(refused(id, client, exchange, problem)));
        }
    }

    private RefusedRequest refused(String id, ApiClient client, ServerWebExchange exchange, Problem problem) {
        Map<String, Object> attributes = exchange.getAttributes();
        Instant now = clock.instant();
        Long reset = number(problem, "reset");
        return new RefusedRequest(
                id,
                Optional.ofNullable((RequestTrace) attributes.get(RequestTrace.ATTRIBUTE))
                        .map(RequestTrace::traceId)
                        .orElse(null),
                now,
                client.id(),
                userId(attributes),
                operation(exchange),
                problem.type().status(),
                problem.type().name(),
                problem.extensions().get("rule").toString(),
                number(problem, "limit"),
                number(problem, "remaining"),
                reset == null ? null : now.plusSeconds(reset));
    }

    private static String userId(Map<String, Object> attributes) {
        return Optional.ofNullable(KnownCaller.of(attributes))
                .flatMap(KnownCaller::user)
                .map(User::id)
                .orElse(null);
    }

    private static String operation(ServerWebExchange exchange) {
        return Optional.ofNullable(RouteRules.of(exchange.getAttributes()))
                .map(rules -> rules.operation(exchange.getRequest().getMethod().name()))
                .orElse(null);
    }

    private static Long number(Problem problem, String member) {
        return problem.extensions().get(member) instanceof Number number ? (Long) number.longValue() : null;
    }
}

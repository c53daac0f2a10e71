package io.tollgate.gateway.usage.web;

import io.tollgate.gateway.FilterOrder;
import io.tollgate.gateway.caller.ApiClient;
import io.tollgate.gateway.caller.KnownCaller;
import io.tollgate.gateway.routing.RouteRules;
import io.tollgate.gateway.routing.Transferred;
import io.tollgate.gateway.usage.KeysUsed;
import io.tollgate.gateway.usage.LocalDays;
import io.tollgate.gateway.usage.UsageCounts;
import java.time.Clock;
import java.time.Instant;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/** Counts every request of a known client with what it was answered, however it ended. */
@Component
final class UsageFilter implements GlobalFilter, Ordered {
    // nginx's number for a client that went away before it was answered
    private static final int UNANSWERED = 499;

    private final UsageCounts counts;
    private final KeysUsed keys;
    private final LocalDays days = new LocalDays();
    private final Clock clock;

    UsageFilter(UsageCounts counts, KeysUsed keys, Clock clock) {
        this.counts = counts;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return FilterOrder.USAGE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange).doFinally(signal -> ended(signal, exchange));
    }

    /** Of a refusal the status is known when it is written, outside of the filters. */
    private void ended(SignalType signal, ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        if (signal == SignalType.ON_ERROR && !response.isCommitted()) {
            response.beforeCommit(() -> Mono.fromRunnable(() -> count(exchange)));
        } else {
            count(exchange);
        }
    }

    private void count(ServerWebExchange exchange) {
        ApiClient client = KnownCaller.of(exchange.getAttributes()).client();
        Transferred transferred = Transferred.of(exchange.getAttributes());
        Instant now = clock.instant();
        counts.count(
                client.id(),
                RouteRules.of(exchange.getAttributes())
                        .operation(exchange.getRequest().getMethod().name()),
                status(exchange.getResponse()),
                days.at(now, client.timeZone()),
                transferred.in(),
                transferred.out());
        keys.used(client.keyId(), now);
    }

    private static int status(ServerHttpResponse response) {
        HttpStatusCode status = response.getStatusCode();
        return status == null ? UNANSWERED : status.value();
    }
}

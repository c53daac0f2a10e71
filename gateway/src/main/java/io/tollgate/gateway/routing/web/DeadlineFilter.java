package io.tollgate.gateway.routing.web;

import io.tollgate.gateway.FilterOrder;
import io.tollgate.gateway.routing.RouteRules;
import io.tollgate.gateway.routing.RoutingProperties;
import io.tollgate.gateway.routing.RoutingRefused;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Ends a request that takes too long, whoever is to blame. */
@Component
final class DeadlineFilter implements GlobalFilter, Ordered {
    private final RoutingProperties properties;

    DeadlineFilter(RoutingProperties properties) {
        this.properties = properties;
    }

    @Override
    public int getOrder() {
        return FilterOrder.DEADLINE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange).timeout(deadline(exchange), Mono.error(RoutingRefused.DeadlineOver::new));
    }

    private Duration deadline(ServerWebExchange exchange) {
        return RouteRules.of(exchange.getAttributes()).stream() ? properties.streamDeadline() : properties.deadline();
    }
}

package io.tollgate.gateway.caller.web;

import io.tollgate.gateway.FilterOrder;
import io.tollgate.gateway.caller.KnownCaller;
import io.tollgate.gateway.caller.Tokens;
import io.tollgate.gateway.plan.Plan;
import io.tollgate.gateway.routing.OutgoingHeaders;
import io.tollgate.gateway.routing.RouteRules;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Puts what the service may believe in the place of what the client sent. */
@Component
final class CallerTokenFilter implements GlobalFilter, Ordered {
    private final Tokens tokens;

    CallerTokenFilter(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public int getOrder() {
        return FilterOrder.CALLER_TOKEN;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        KnownCaller caller = KnownCaller.of(exchange.getAttributes());
        Plan plan = Plan.of(exchange.getAttributes());
        String audience = RouteRules.of(exchange.getAttributes()).audience();
        OutgoingHeaders.authorize(exchange.getAttributes(), tokens.of(caller, plan, audience));
        return chain.filter(exchange);
    }
}

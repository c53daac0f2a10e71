package io.tollgate.gateway.caller.web;

import io.tollgate.gateway.FilterOrder;
import io.tollgate.gateway.caller.CallerRefused;
import io.tollgate.gateway.caller.KnownCaller;
import io.tollgate.gateway.plan.Plan;
import io.tollgate.gateway.routing.RouteRules;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Compares who is asking with what the route demands. */
@Component
final class AuthorizationFilter implements GlobalFilter, Ordered {
    @Override
    public int getOrder() {
        return FilterOrder.AUTHORIZATION;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        RouteRules rules = RouteRules.of(exchange.getAttributes());
        KnownCaller caller = KnownCaller.of(exchange.getAttributes());
        if (rules.userRequired() && caller.user().isEmpty()) {
            return Mono.error(new CallerRefused.NoUser());
        }
        boolean permitted = !rules.scopeRequired()
                || caller.client().scopes().contains(rules.scope())
                        && Plan.of(exchange.getAttributes()).permits(rules.scope());
        return permitted ? chain.filter(exchange) : Mono.error(new CallerRefused.MissingScope(rules.scope()));
    }
}

package io.tollgate.gateway.caller.web;

import io.tollgate.gateway.FilterOrder;
import io.tollgate.gateway.address.ClientAddress;
import io.tollgate.gateway.caller.Authenticate;
import io.tollgate.gateway.caller.KnownCaller;
import io.tollgate.gateway.caller.User;
import io.tollgate.gateway.limit.Limited;
import io.tollgate.gateway.plan.PlanBook;
import io.tollgate.gateway.trace.RequestTrace;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lets nobody pass who is not known. */
@Component
final class AuthenticationFilter implements GlobalFilter, Ordered {
    private final Authenticate authenticate;
    private final PlanBook plans;

    AuthenticationFilter(Authenticate authenticate, PlanBook plans) {
        this.authenticate = authenticate;
        this.plans = plans;
    }

    @Override
    public int getOrder() {
        return FilterOrder.AUTHENTICATION;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return authenticate
                .authenticate(
                        CredentialHeaders.read(exchange.getRequest()), client -> client.keep(exchange.getAttributes()))
                .flatMap(caller -> known(caller, exchange, chain));
    }

    private Mono<Void> known(KnownCaller caller, ServerWebExchange exchange, GatewayFilterChain chain) {
        caller.keep(exchange.getAttributes());
        plans.current(caller.client().plan()).keep(exchange.getAttributes());
        limited(caller, exchange.getRequest()).keep(exchange.getAttributes());
        RequestTrace trace = exchange.getAttribute(RequestTrace.ATTRIBUTE);
        if (trace != null) {
            trace.note("tollgate.client.id", caller.client().id());
        }
        return chain.filter(exchange);
    }

    private static Limited limited(KnownCaller caller, ServerHttpRequest request) {
        return new Limited(
                caller.client().id(),
                caller.client().keyId(),
                caller.user().map(User::id),
                ClientAddress.of(request.getAttributes()));
    }
}

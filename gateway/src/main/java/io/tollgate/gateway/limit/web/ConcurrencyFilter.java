package io.tollgate.gateway.limit.web;

import io.tollgate.gateway.FilterOrder;
import io.tollgate.gateway.limit.InFlight;
import io.tollgate.gateway.limit.Limited;
import io.tollgate.gateway.limit.RateExceeded;
import io.tollgate.gateway.plan.Plan;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lets a client have so many requests at the same time, streams among them; what it refuses costs no allowance. */
@Component
final class ConcurrencyFilter implements GlobalFilter, Ordered {
    private final InFlight inFlight;
    private final LimitMeters meters;

    ConcurrencyFilter(InFlight inFlight, LimitMeters meters) {
        this.inFlight = inFlight;
        this.meters = meters;
    }

    @Override
    public int getOrder() {
        return FilterOrder.CONCURRENCY;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Plan plan = Plan.of(exchange.getAttributes());
        if (plan.concurrency().isEmpty()) {
            return chain.filter(exchange);
        }
        String client = Limited.of(exchange.getAttributes()).client();
        return Mono.using(() -> enter(client, plan), entered -> chain.filter(exchange), inFlight::leave);
    }

    private String enter(String client, Plan plan) {
        int most = plan.concurrency().getAsInt();
        if (!inFlight.enter(client, most)) {
            meters.refusedAtOnce(plan.name());
            throw new RateExceeded.AtOnce(plan.name(), most);
        }
        return client;
    }
}

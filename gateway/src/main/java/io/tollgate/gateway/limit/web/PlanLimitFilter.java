package io.tollgate.gateway.limit.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.gateway.FilterOrder;
import io.tollgate.gateway.limit.Allowance;
import io.tollgate.gateway.limit.Buckets;
import io.tollgate.gateway.limit.Limited;
import io.tollgate.gateway.limit.Rate;
import io.tollgate.gateway.limit.RateExceeded;
import io.tollgate.gateway.plan.Limit;
import io.tollgate.gateway.plan.Plan;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Counts a request against the plan of its API client, and says on every answer what is left. */
@Component
final class PlanLimitFilter implements GlobalFilter, Ordered {
    private final Buckets buckets;
    private final RateLimitHeaders headers = new RateLimitHeaders();
    private final Counter admitted;
    private final Counter refused;

    PlanLimitFilter(Buckets buckets, MeterRegistry meters) {
        this.buckets = buckets;
        this.admitted = meters.counter("tollgate.gateway.plan.limit", "outcome", "admitted");
        this.refused = meters.counter("tollgate.gateway.plan.limit", "outcome", "refused");
    }

    @Override
    public int getOrder() {
        return FilterOrder.PLAN_LIMIT;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Plan plan = Plan.of(exchange.getAttributes());
        if (plan.limits().isEmpty()) {
            return chain.filter(exchange);
        }
        Limit limit = plan.limits().get(0);
        Rate rate = new Rate(limit.limit(), limit.window(), limit.burst());
        Allowance allowance = buckets.take(Limited.of(exchange.getAttributes()).client(), rate);
        headers.write(exchange.getResponse().getHeaders(), rate, allowance);
        if (!allowance.admitted()) {
            refused.increment();
            return Mono.error(new RateExceeded.OfPlan(plan.name(), allowance.untilNext()));
        }
        admitted.increment();
        return chain.filter(exchange);
    }
}

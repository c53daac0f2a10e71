package io.tollgate.gateway.limit.web;

import io.tollgate.gateway.FilterOrder;
import io.tollgate.gateway.limit.Limited;
import io.tollgate.gateway.limit.TakeAllowance;
import io.tollgate.gateway.limit.Verdict;
import io.tollgate.gateway.plan.Plan;
import io.tollgate.gateway.routing.RouteRules;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Counts a request against the plan of its API client, and says on every answer what is left. */
@Component
final class PlanLimitFilter implements GlobalFilter, Ordered {
    private final TakeAllowance takeAllowance;
    private final LimitMeters meters;

    PlanLimitFilter(TakeAllowance takeAllowance, LimitMeters meters) {
        this.takeAllowance = takeAllowance;
        this.meters = meters;
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
        return takeAllowance
                .handle(plan, Limited.of(exchange.getAttributes()), operation(exchange))
                .flatMap(verdict -> follow(verdict, exchange, chain));
    }

    private Mono<Void> follow(Verdict verdict, ServerWebExchange exchange, GatewayFilterChain chain) {
        meters.count(verdict);
        RateLimitHeaders.write(exchange.getResponse().getHeaders(), verdict);
        return verdict.isAdmitted()
                ? chain.filter(exchange)
                : Mono.error(verdict.refusal().orElseThrow());
    }

    private static String operation(ServerWebExchange exchange) {
        return RouteRules.of(exchange.getAttributes())
                .operation(exchange.getRequest().getMethod().name());
    }
}

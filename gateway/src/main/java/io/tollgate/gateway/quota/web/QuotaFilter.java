package io.tollgate.gateway.quota.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.gateway.FilterOrder;
import io.tollgate.gateway.caller.KnownCaller;
import io.tollgate.gateway.plan.Plan;
import io.tollgate.gateway.plan.Quota;
import io.tollgate.gateway.quota.Admission;
import io.tollgate.gateway.quota.AdmitRequest;
import io.tollgate.gateway.quota.QuotaRefused;
import io.tollgate.gateway.routing.RouteRules;
import io.tollgate.gateway.routing.Transferred;
import java.util.List;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Counts a request against the quotas of its plan; what was refused before uses up nothing. */
@Component
final class QuotaFilter implements GlobalFilter, Ordered {
    private static final String NAME = "tollgate.gateway.quota";

    private final AdmitRequest admit;
    private final MeterRegistry meters;
    private final Counter admitted;

    QuotaFilter(AdmitRequest admit, MeterRegistry meters) {
        this.admit = admit;
        this.meters = meters;
        this.admitted = meters.counter(NAME, "outcome", "admitted", "mode", "enforce");
    }

    @Override
    public int getOrder() {
        return FilterOrder.QUOTA;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Plan plan = Plan.of(exchange.getAttributes());
        if (plan.quotas().isEmpty()) {
            return chain.filter(exchange);
        }
        String client = KnownCaller.of(exchange.getAttributes()).client().id();
        return admit.handle(client, plan.quotas(), cost(plan, exchange), refused -> count(refused, "enforce"))
                .flatMap(admission -> admitted(admission, plan, client, exchange, chain));
    }

    private Mono<Void> admitted(
            Admission admission, Plan plan, String client, ServerWebExchange exchange, GatewayFilterChain chain) {
        count(admission);
        return plan.countsBytes()
                ? chain.filter(exchange).doFinally(signal -> charge(client, plan.quotas(), exchange))
                : chain.filter(exchange);
    }

    private static long cost(Plan plan, ServerWebExchange exchange) {
        String method = exchange.getRequest().getMethod().name();
        return plan.costOf(RouteRules.of(exchange.getAttributes()).operation(method));
    }

    private void charge(String client, List<Quota> quotas, ServerWebExchange exchange) {
        Transferred transferred = Transferred.of(exchange.getAttributes());
        admit.charge(client, quotas, transferred.in() + transferred.out());
    }

    private void count(Admission admission) {
        admitted.increment();
        admission.shadowed().forEach(refused -> count(refused, "shadow"));
    }

    private void count(QuotaRefused refused, String mode) {
        String outcome = refused instanceof QuotaRefused.Exceeded ? "exceeded" : "unknown";
        meters.counter(NAME, "outcome", outcome, "mode", mode).increment();
    }
}

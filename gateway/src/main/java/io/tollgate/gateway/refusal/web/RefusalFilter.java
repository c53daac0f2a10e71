package io.tollgate.gateway.refusal.web;

import io.tollgate.gateway.FilterOrder;
import io.tollgate.http.HttpRefusal;
import io.tollgate.http.Problem;
import io.tollgate.http.Refusals;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Sees to it that every refusal of the gateway names its rule, and is kept for the client that may ask why. */
@Component
final class RefusalFilter implements WebFilter, Ordered {
    private static final String RULE = "rule";

    private final ApplicationContext context;
    private final Refusals refusals;
    private final KeepRefusal keep;

    RefusalFilter(ApplicationContext context, Refusals refusals, KeepRefusal keep) {
        this.context = context;
        this.refusals = refusals;
        this.keep = keep;
    }

    @Override
    public int getOrder() {
        return FilterOrder.REFUSALS;
    }

    /** Not on the management port, whose context inherits this filter. */
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getApplicationContext() == context
                ? chain.filter(exchange).onErrorMap(failure -> refused(exchange, failure))
                : chain.filter(exchange);
    }

    /** What nobody expected is no refusal; neither is what happens after the answer has begun. */
    private Throwable refused(ServerWebExchange exchange, Throwable failure) {
        return exchange.getResponse().isCommitted()
                ? failure
                : refusals.problemOf(failure)
                        .map(RefusalFilter::named)
                        .<Throwable>map(problem -> kept(exchange, problem))
                        .orElse(failure);
    }

    private HttpRefusal kept(ServerWebExchange exchange, Problem problem) {
        keep.keep(exchange, problem);
        return problem.asRefusal();
    }

    /** A rule that has no name of its own is called as the problem is. */
    private static Problem named(Problem problem) {
        return problem.extensions().containsKey(RULE)
                ? problem
                : problem.with(RULE, problem.type().name());
    }
}

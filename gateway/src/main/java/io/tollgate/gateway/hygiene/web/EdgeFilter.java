package io.tollgate.gateway.hygiene.web;

import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** A filter of the main port: the management port's context inherits web filters, and must not. */
abstract class EdgeFilter implements WebFilter, Ordered {
    private final ApplicationContext context;
    private final int order;

    EdgeFilter(ApplicationContext context, int order) {
        this.context = context;
        this.order = order;
    }

    @Override
    public int getOrder() {
        return order;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getApplicationContext() == context ? pass(exchange, chain) : chain.filter(exchange);
    }

    abstract Mono<Void> pass(ServerWebExchange exchange, WebFilterChain chain);
}

package io.tollgate.gateway.hygiene.web;

import io.tollgate.gateway.FilterOrder;
import io.tollgate.gateway.hygiene.EdgeHeaders;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Answers {@code OPTIONS *}, a ping of the gateway (RFC 9110, 9.3.7): it is there, and has nothing to say about itself. */
@Component
final class WholeServerFilter extends EdgeFilter {
    WholeServerFilter(ApplicationContext context) {
        super(context, FilterOrder.WHOLE_SERVER);
    }

    @Override
    Mono<Void> pass(ServerWebExchange exchange, WebFilterChain chain) {
        if (!exchange.getRequest().getHeaders().containsKey(EdgeHeaders.WHOLE_SERVER)) {
            return chain.filter(exchange);
        }
        exchange.getResponse().setStatusCode(HttpStatus.NO_CONTENT);
        return exchange.getResponse().setComplete();
    }
}

package io.tollgate.gateway.hygiene.web;

import io.tollgate.gateway.FilterOrder;
import io.tollgate.gateway.hygiene.BadRequest;
import io.tollgate.gateway.hygiene.BadRequestRefused;
import io.tollgate.gateway.hygiene.EdgeHeaders;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses what the hygiene below HTTP has marked. */
@Component
final class FramingFilter extends EdgeFilter {
    FramingFilter(ApplicationContext context) {
        super(context, FilterOrder.FRAMING);
    }

    @Override
    Mono<Void> pass(ServerWebExchange exchange, WebFilterChain chain) {
        String refused = exchange.getRequest().getHeaders().getFirst(EdgeHeaders.REFUSED);
        return refused == null
                ? chain.filter(exchange)
                : Mono.error(new BadRequestRefused(BadRequest.valueOf(refused)));
    }
}

package io.tollgate.gateway.hygiene.web;

import io.tollgate.gateway.FilterOrder;
import io.tollgate.gateway.hygiene.BodyTooLarge;
import io.tollgate.gateway.hygiene.HygieneProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses a body that says it is too large, and counts one that says nothing. */
@Component
final class BodyLimitFilter extends EdgeFilter {
    private final HygieneProperties properties;
    private final long limit;

    BodyLimitFilter(ApplicationContext context, HygieneProperties properties) {
        super(context, FilterOrder.BODY_LIMIT);
        this.properties = properties;
        this.limit = properties.maxBodySize().toBytes();
    }

    @Override
    Mono<Void> pass(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        long length = headers.getContentLength();
        if (length > limit) {
            return Mono.error(new BodyTooLarge());
        }
        boolean hasBody = length > 0 || headers.containsKey(HttpHeaders.TRANSFER_ENCODING);
        return chain.filter(
                hasBody
                        ? exchange.mutate()
                                .request(new CountedBody(exchange.getRequest(), limit, properties.bodyWithin()))
                                .build()
                        : exchange);
    }
}

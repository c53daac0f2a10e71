package io.tollgate.http;

import java.time.Instant;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** {@code If-None-Match: *} on a read: 304 if there is anything (RFC 9110, 13.1.2). Spring knows tags and lists, and ignores this. */
final class ConditionalReads implements WebFilter {
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(isConditional(exchange) ? new Unless(exchange) : exchange);
    }

    private static boolean isConditional(ServerWebExchange exchange) {
        HttpMethod method = exchange.getRequest().getMethod();
        return (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))
                && ETags.isAny(exchange.getRequest().getHeaders());
    }

    private static final class Unless extends ServerWebExchangeDecorator {
        Unless(ServerWebExchange exchange) {
            super(exchange);
        }

        @Override
        public boolean checkNotModified(String tag, Instant lastModified) {
            if (tag == null) {
                return super.checkNotModified(tag, lastModified);
            }
            getResponse().setStatusCode(HttpStatus.NOT_MODIFIED);
            getResponse().getHeaders().setETag(tag);
            return true;
        }
    }
}

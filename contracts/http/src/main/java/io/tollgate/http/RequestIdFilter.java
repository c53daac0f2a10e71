package io.tollgate.http;

import io.micrometer.common.KeyValue;
import io.tollgate.values.Ids;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Takes the gateway's request id over, or mints one for a request that came without. */
final class RequestIdFilter implements WebFilter, Ordered {
    // whatever a caller sends here is logged and echoed
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Ids ids;

    RequestIdFilter(Ids ids) {
        this.ids = ids;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String id = sent(exchange).orElseGet(() -> ids.next("req"));
        RequestId.set(exchange, id);
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .ifPresent(span -> span.addHighCardinalityKeyValue(KeyValue.of("tollgate.request.id", id)));
        return chain.filter(exchange);
    }

    private static Optional<String> sent(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getHeaders().getFirst(RequestId.HEADER))
                .filter(id -> HARMLESS.matcher(id).matches());
    }
}

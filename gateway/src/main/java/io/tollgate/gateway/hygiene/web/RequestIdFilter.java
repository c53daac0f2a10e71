package io.tollgate.gateway.hygiene.web;

import io.tollgate.gateway.FilterOrder;
import io.tollgate.gateway.hygiene.EdgeHeaders;
import io.tollgate.gateway.trace.RequestTrace;
import io.tollgate.http.RequestId;
import io.tollgate.values.Ids;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Names every request anew; what the client calls it is said back to the client and believed by nobody. */
@Component
final class RequestIdFilter extends EdgeFilter {
    private static final String ECHO = "X-Client-Request-Id";
    private static final Pattern HARMLESS = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private final Ids ids;

    RequestIdFilter(ApplicationContext context, Ids ids) {
        super(context, FilterOrder.REQUEST_ID);
        this.ids = ids;
    }

    @Override
    Mono<Void> pass(ServerWebExchange exchange, WebFilterChain chain) {
        String id = ids.next("req");
        RequestId.set(exchange, id);
        RequestTrace trace = exchange.getAttribute(RequestTrace.ATTRIBUTE);
        if (trace != null) {
            trace.note("tollgate.request.id", id);
        }
        String sent = exchange.getRequest().getHeaders().getFirst(EdgeHeaders.CLIENT_REQUEST_ID);
        if (sent != null && HARMLESS.matcher(sent).matches()) {
            exchange.getResponse().getHeaders().set(ECHO, sent);
        }
        return chain.filter(exchange);
    }
}

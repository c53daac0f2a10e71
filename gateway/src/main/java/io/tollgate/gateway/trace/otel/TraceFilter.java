package io.tollgate.gateway.trace.otel;

import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import io.micrometer.tracing.otel.bridge.OtelSpan;
import io.tollgate.gateway.FilterOrder;
import io.tollgate.gateway.trace.RequestTrace;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Shows the request's trace to who works on the exchange. */
@Component
final class TraceFilter implements WebFilter, Ordered {
    @Override
    public int getOrder() {
        return FilterOrder.TRACE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.deferContextual(context -> {
            RequestTrace.of(context).ifPresent(trace -> show(exchange, (OtelRequestTrace) trace));
            return chain.filter(exchange);
        });
    }

    private static void show(ServerWebExchange exchange, OtelRequestTrace trace) {
        exchange.getAttributes().put(RequestTrace.ATTRIBUTE, trace);
        // io.tollgate.http.TraceId looks for Micrometer's form of the span there
        TracingContext micrometer = new TracingContext();
        micrometer.setSpan(OtelSpan.fromOtel(trace.span()));
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .ifPresent(context -> context.put(TracingContext.class, micrometer));
    }
}

package io.tollgate.http;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import java.util.Optional;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;

/** The trace a request belongs to, read from its observation: it is right on every thread. */
public final class TraceId {
    private TraceId() {}

    public static Optional<String> of(ServerWebExchange exchange) {
        return span(exchange).map(Span::context).map(context -> context.traceId());
    }

    static Optional<Span> span(ServerWebExchange exchange) {
        return ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .map(context -> context.<TracingContext>get(TracingContext.class))
                .map(TracingContext::getSpan);
    }
}

package io.tollgate.gateway.trace.otel;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.tollgate.gateway.trace.RequestTrace;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/** One server span and one timer for every request, outside of everything Spring does. */
final class TracedHandler implements HttpHandler {
    // nginx's number for a client that went away before it was answered
    private static final int UNANSWERED = 499;

    private final HttpHandler handler;
    private final Tracer tracer;
    private final RequestTimer timer;

    TracedHandler(HttpHandler handler, Tracer tracer, RequestTimer timer) {
        this.handler = handler;
        this.tracer = tracer;
        this.timer = timer;
    }

    @Override
    public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
        OtelRequestTrace trace = new OtelRequestTrace(tracer, begin(request));
        long started = System.nanoTime();
        return handler.handle(request, response)
                .doFinally(signal -> end(trace, request, response, System.nanoTime() - started))
                .contextWrite(context -> context.put(RequestTrace.ATTRIBUTE, trace));
    }

    private Span begin(ServerHttpRequest request) {
        SpanBuilder span =
                tracer.spanBuilder(request.getMethod().name()).setNoParent().setSpanKind(SpanKind.SERVER);
        ClientTraceparent.parse(request.getHeaders().getFirst(RequestTrace.CLIENT_TRACEPARENT))
                .ifPresent(span::addLink);
        return span.startSpan();
    }

    private void end(OtelRequestTrace trace, ServerHttpRequest request, ServerHttpResponse response, long nanos) {
        HttpStatusCode answered = response.getStatusCode();
        int status = answered == null ? UNANSWERED : answered.value();
        timer.record(request.getMethod().name(), trace.route(), status, nanos);
        trace.end(request, status);
    }
}

package io.tollgate.gateway.trace.otel;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.tollgate.gateway.trace.OutgoingCall;
import io.tollgate.gateway.trace.RequestTrace;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** A server span, and the client spans below it. */
final class OtelRequestTrace implements RequestTrace {
    private static final String NO_ROUTE = "";
    private static final int SERVER_ERRORS = 500;

    private final Tracer tracer;
    private final Span span;
    private volatile String route = NO_ROUTE;

    OtelRequestTrace(Tracer tracer, Span span) {
        this.tracer = tracer;
        this.span = span;
    }

    @Override
    public String traceId() {
        return span.getSpanContext().getTraceId();
    }

    @Override
    public void note(String name, String value) {
        span.setAttribute(name, value);
    }

    @Override
    public void route(String template) {
        this.route = template;
    }

    @Override
    public OutgoingCall call(String method, String url, String peer) {
        Span call = tracer.spanBuilder(method)
                .setParent(Context.root().with(span))
                .setSpanKind(SpanKind.CLIENT)
                .startSpan();
        if (call.isRecording()) {
            call.setAttribute(Spans.METHOD, method).setAttribute(Spans.URL, url).setAttribute(Spans.PEER, peer);
        }
        return new OtelCall(call);
    }

    String route() {
        return route;
    }

    Span span() {
        return span;
    }

    void end(ServerHttpRequest request, int status) {
        if (span.isRecording()) {
            String method = request.getMethod().name();
            span.updateName(route.isEmpty() ? method : method + ' ' + route);
            span.setAttribute(Spans.METHOD, method)
                    .setAttribute(Spans.ROUTE, route)
                    .setAttribute(Spans.PATH, request.getPath().value())
                    .setAttribute(Spans.SCHEME, "http")
                    .setAttribute(Spans.PEER, "gateway");
            Spans.status(span, status, SERVER_ERRORS);
        }
        span.end();
    }
}

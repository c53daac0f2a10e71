package io.tollgate.gateway.trace.otel;

import io.opentelemetry.api.trace.Span;
import io.tollgate.gateway.trace.OutgoingCall;

/** A client span. */
final class OtelCall implements OutgoingCall {
    private static final int CLIENT_ERRORS = 400;

    private final Span span;

    OtelCall(Span span) {
        this.span = span;
    }

    @Override
    public String traceparent() {
        return Spans.traceparent(span.getSpanContext());
    }

    @Override
    public void answered(int status) {
        Spans.status(span, status, CLIENT_ERRORS);
        span.end();
    }

    @Override
    public void failed(Throwable failure) {
        Spans.failure(span, failure);
        span.end();
    }

    @Override
    public void canceled() {
        span.setAttribute(Spans.ERROR, "canceled");
        span.end();
    }
}

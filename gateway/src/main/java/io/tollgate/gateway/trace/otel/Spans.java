package io.tollgate.gateway.trace.otel;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;

/** OpenTelemetry's names for what the gateway tells, and the one header it writes. */
final class Spans {
    static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");
    static final AttributeKey<String> SCHEME = AttributeKey.stringKey("url.scheme");
    static final AttributeKey<String> URL = AttributeKey.stringKey("url.full");
    static final AttributeKey<String> PEER = AttributeKey.stringKey("server.address");
    static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    private Spans() {}

    /** Written by hand: the stock set of observations costs a third more CPU per request. */
    static String traceparent(SpanContext context) {
        return "00-" + context.getTraceId() + '-' + context.getSpanId() + '-'
                + context.getTraceFlags().asHex();
    }

    static void status(Span span, int status, int failsFrom) {
        span.setAttribute(STATUS, (long) status);
        if (status >= failsFrom) {
            span.setStatus(StatusCode.ERROR);
        }
    }

    static void failure(Span span, Throwable failure) {
        span.setAttribute(ERROR, failure.getClass().getName());
        span.setStatus(StatusCode.ERROR);
    }
}

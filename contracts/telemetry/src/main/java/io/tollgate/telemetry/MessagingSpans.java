package io.tollgate.telemetry;

import io.opentelemetry.api.trace.SpanKind;

/** Spans of messages sent and handled: a producer is shown as a dependency, a consumer as a request. */
final class MessagingSpans {

    static final String SYSTEM = "messaging.system";

    private MessagingSpans() {}

    /** The exporter takes a consumer that says {@code receive} for a dependency; handling a message is a request. */
    static void type(SpanDraft span) {
        if (span.kind() == SpanKind.CONSUMER) {
            span.put("messaging.operation", "process");
        }
    }
}

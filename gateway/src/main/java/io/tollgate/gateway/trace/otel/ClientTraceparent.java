package io.tollgate.gateway.trace.otel;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a client said its trace is: worth a link, never worth continuing, or strangers would decide what we sample. */
final class ClientTraceparent {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int TRACE = 3;
    private static final int SPAN = 36;
    private static final int FLAGS = 53;

    private ClientTraceparent() {}

    static Optional<SpanContext> parse(String header) {
        if (header == null || !FORM.matcher(header).matches()) {
            return Optional.empty();
        }
        SpanContext context = SpanContext.createFromRemoteParent(
                header.substring(TRACE, SPAN - 1),
                header.substring(SPAN, FLAGS - 1),
                TraceFlags.fromHex(header, FLAGS),
                TraceState.getDefault());
        return context.isValid() ? Optional.of(context) : Optional.empty();
    }
}

package io.tollgate.telemetry;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/** Hands spans on in the words the exporter behind it understands. */
final class TypedSpanExporter implements SpanExporter {

    private final SpanExporter exporter;
    private final SpanTyping typing;

    TypedSpanExporter(SpanExporter exporter, SpanTyping typing) {
        this.exporter = exporter;
        this.typing = typing;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return exporter.export(spans.stream().map(typing::typed).toList());
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}

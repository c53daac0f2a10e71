package io.tollgate.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/** Counts what was sent and what was not; whatever an export does, the application goes on. */
final class CountedSpanExporter implements SpanExporter {

    static final String METRIC = "tollgate.telemetry.spans";

    private static final Logger log = LoggerFactory.getLogger(CountedSpanExporter.class);

    private final SpanExporter exporter;
    private final ObjectProvider<MeterRegistry> meters;

    CountedSpanExporter(SpanExporter exporter, ObjectProvider<MeterRegistry> meters) {
        this.exporter = exporter;
        this.meters = meters;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode result = exported(spans);
        return result.whenComplete(() -> count(result.isSuccess() ? "exported" : "failed", spans.size()));
    }

    private CompletableResultCode exported(Collection<SpanData> spans) {
        try {
            return exporter.export(spans);
        } catch (RuntimeException broken) {
            log.warn("{} spans were not exported", spans.size(), broken);
            return CompletableResultCode.ofFailure();
        }
    }

    private void count(String outcome, int spans) {
        meters.ifAvailable(
                registry -> registry.counter(METRIC, "outcome", outcome).increment(spans));
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

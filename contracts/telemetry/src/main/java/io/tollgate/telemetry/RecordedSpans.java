package io.tollgate.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;

/** Counts the spans that ought to be exported, so that those dropped by a full queue show as the difference. */
final class RecordedSpans implements SpanProcessor {

    /** Looked up late: the tracer exists before the meters do. */
    private final SingletonSupplier<Counter> recorded;

    RecordedSpans(ObjectProvider<MeterRegistry> meters) {
        this.recorded = SingletonSupplier.ofNullable(() -> counter(meters.getIfAvailable()));
    }

    private static Counter counter(MeterRegistry meters) {
        return meters == null ? null : meters.counter(CountedSpanExporter.METRIC, "outcome", "recorded");
    }

    @Override
    public void onEnd(ReadableSpan span) {
        Counter counter = span.getSpanContext().isSampled() ? recorded.get() : null;
        if (counter != null) {
            counter.increment();
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // Only ends are counted.
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }
}

package io.tollgate.telemetry;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;

/** Translates Micrometer's attribute names into OpenTelemetry's, without which Application Insights shows no types. */
final class SpanTyping {

    /** Read by the exporter: how many of a hundred traces are kept, so that the portal scales its counts back up. */
    static final AttributeKey<Double> SAMPLE_RATE = doubleKey("applicationinsights.internal.sample_rate");

    /** The exporter cuts starting times to milliseconds; several statements fit into one. */
    static final AttributeKey<Long> START_MICROS = longKey("startMicros");

    private final double samplingProbability;

    SpanTyping(double samplingProbability) {
        this.samplingProbability = samplingProbability;
    }

    SpanData typed(SpanData span) {
        SpanDraft draft = new SpanDraft(span);
        if (draft.has(SqlSpans.STATEMENT)) {
            SqlSpans.type(draft);
        } else if (draft.has(MessagingSpans.SYSTEM)) {
            MessagingSpans.type(draft);
        } else if (draft.has(HttpSpans.METHOD) || draft.has(HttpSpans.GATEWAY_METHOD)) {
            HttpSpans.type(draft);
        }
        draft.drop("exception", "none").drop("error", "none");
        draft.put(START_MICROS, span.getStartEpochNanos() / 1_000 % 1_000);
        if (samplingProbability < 1) {
            draft.put(SAMPLE_RATE, samplingProbability * 100);
        }
        return draft.typed();
    }
}

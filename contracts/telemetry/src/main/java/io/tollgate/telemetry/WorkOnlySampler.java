package io.tollgate.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Samples roots: a call to somebody else (SQL, HTTP) that nobody asked for begins no trace. An outbox poll, a change
 * feed and a health query are such calls; the other side sees their traceparent as not sampled and stays silent too.
 *
 * <p>A sampler and not an observation predicate, because r2dbc-proxy and WebClient set an observation's parent after
 * predicates were asked.
 */
record WorkOnlySampler(Sampler roots) implements Sampler {

    @Override
    public SamplingResult shouldSample(
            Context parent, String traceId, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        return kind == SpanKind.CLIENT
                ? SamplingResult.drop()
                : roots.shouldSample(parent, traceId, name, kind, attributes, links);
    }

    @Override
    public String getDescription() {
        return "WorkOnly{" + roots.getDescription() + "}";
    }
}

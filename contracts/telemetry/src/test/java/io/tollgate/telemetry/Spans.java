package io.tollgate.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;

/** Finished spans with the attributes that Micrometer writes. */
final class Spans {

    private static final SdkTracerProvider tracers = SdkTracerProvider.builder()
            .setResource(Resource.create(
                    Attributes.builder().put("service.name", "shop").build()))
            .build();

    private Spans() {}

    static SpanData server(String method, String route, String status) {
        return span("http get", SpanKind.SERVER, "method", method, "uri", route, "status", status, "exception", "none");
    }

    static SpanData span(String name, SpanKind kind, String... attributes) {
        AttributesBuilder all = Attributes.builder();
        for (int i = 0; i < attributes.length; i += 2) {
            all.put(attributes[i], attributes[i + 1]);
        }
        Span span = OpenTelemetrySdk.builder()
                .setTracerProvider(tracers)
                .build()
                .getTracer("test")
                .spanBuilder(name)
                .setSpanKind(kind)
                .setAllAttributes(all.build())
                .startSpan();
        span.end();
        return ((ReadableSpan) span).toSpanData();
    }
}

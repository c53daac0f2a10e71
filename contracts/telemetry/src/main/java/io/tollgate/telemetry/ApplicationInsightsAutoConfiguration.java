package io.tollgate.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.tracing.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.TracingProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/** Sends the spans that Boot's own OpenTelemetry SDK records to Application Insights, once a connection string is set. */
@AutoConfiguration(before = OpenTelemetryTracingAutoConfiguration.class)
@EnableConfigurationProperties({TelemetryProperties.class, TracingProperties.class})
@Conditional(OnConnectionString.class)
public class ApplicationInsightsAutoConfiguration {

    @Bean
    static SpanExporter applicationInsightsSpanExporter(
            TelemetryProperties telemetry, TracingProperties tracing, ObjectProvider<MeterRegistry> meters) {
        SpanExporter azure = BorrowedExporter.from(telemetry.connectionString());
        SpanTyping typing = new SpanTyping(tracing.getSampling().getProbability());
        return new CountedSpanExporter(new TypedSpanExporter(azure, typing), meters);
    }
}

package io.tollgate.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.logging.OpenTelemetryLoggingAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.tracing.TracingProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/** Sends what Boot's own OpenTelemetry SDK records to Application Insights, once a connection string is set. */
@AutoConfiguration(before = {OpenTelemetryTracingAutoConfiguration.class, OpenTelemetryLoggingAutoConfiguration.class})
@EnableConfigurationProperties({TelemetryProperties.class, TracingProperties.class})
@Conditional(OnConnectionString.class)
public class ApplicationInsightsAutoConfiguration {

    @Bean
    static BorrowedExporters applicationInsightsExporters(TelemetryProperties telemetry) {
        return BorrowedExporters.from(telemetry.connectionString());
    }

    @Bean
    static SpanExporter applicationInsightsSpanExporter(
            BorrowedExporters azure, TracingProperties tracing, ObjectProvider<MeterRegistry> meters) {
        SpanTyping typing = new SpanTyping(tracing.getSampling().getProbability());
        return new CountedSpanExporter(new TypedSpanExporter(azure.spans(), typing), meters);
    }

    @Bean
    static SpanProcessor recordedSpans(ObjectProvider<MeterRegistry> meters) {
        return new RecordedSpans(meters);
    }

    @Bean
    static LogRecordExporter applicationInsightsLogExporter(BorrowedExporters azure) {
        return azure.logs();
    }
}

package io.tollgate.telemetry;

import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.monitor.opentelemetry.exporter.AzureMonitorExporter;
import com.azure.monitor.opentelemetry.exporter.AzureMonitorExporterOptions;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.tollgate.values.InvalidVariable;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Azure's exporters, taken out of an SDK that nobody uses since their builder is not public: Boot keeps owning the
 * SDK, its sampling, resource and propagation.
 */
record BorrowedExporters(SpanExporter spans, LogRecordExporter logs, ExportThread thread) implements AutoCloseable {

    /** The exporter keeps what it could not send on disk and tries again, so insisting here only delays a shutdown. */
    private static final RetryOptions ONE_QUICK_RETRY =
            new RetryOptions(new FixedDelayOptions(1, Duration.ofMillis(200)));

    private static final String VARIABLE = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /** Metrics go to Prometheus. */
    private static final Map<String, String> NO_METRICS = Map.of("otel.metrics.exporter", "none");

    static BorrowedExporters from(String connectionString) {
        AzureMonitorExporterOptions options = options(connectionString);
        ExportThread thread = new ExportThread();
        AtomicReference<SpanExporter> spans = new AtomicReference<>();
        AtomicReference<LogRecordExporter> logs = new AtomicReference<>();
        AutoConfiguredOpenTelemetrySdkBuilder sdk = AutoConfiguredOpenTelemetrySdk.builder();
        AzureMonitorExporter.customize(sdk, options.httpClient(thread.client()));
        // After customize, or there would be nothing to take yet. The SDK itself is left with exporters that do
        // nothing, so that it can be closed at once.
        sdk.addSpanExporterCustomizer((azure, config) -> {
                    spans.set(azure);
                    return SpanExporter.composite();
                })
                .addLogRecordExporterCustomizer((azure, config) -> {
                    logs.set(azure);
                    return LogRecordExporter.composite();
                })
                .addPropertiesCustomizer(config -> NO_METRICS)
                .disableShutdownHook();
        sdk.build().getOpenTelemetrySdk().close();
        return new BorrowedExporters(spans.get(), logs.get(), thread);
    }

    @Override
    public void close() {
        thread.close();
    }

    private static AzureMonitorExporterOptions options(String connectionString) {
        try {
            return new AzureMonitorExporterOptions()
                    .connectionString(connectionString.strip())
                    .retryOptions(ONE_QUICK_RETRY);
        } catch (RuntimeException malformed) {
            String why = "is not an Application Insights connection string: " + malformed.getMessage();
            throw InvalidVariable.because(VARIABLE, why, malformed);
        }
    }
}

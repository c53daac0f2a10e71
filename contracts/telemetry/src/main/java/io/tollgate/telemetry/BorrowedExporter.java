package io.tollgate.telemetry;

import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.monitor.opentelemetry.exporter.AzureMonitorExporter;
import com.azure.monitor.opentelemetry.exporter.AzureMonitorExporterOptions;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.tollgate.values.InvalidVariable;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Takes Azure's span exporter out of an SDK that nobody uses, since its builder is not public: Boot keeps owning the
 * SDK, its sampling, resource and propagation.
 */
final class BorrowedExporter {

    /** The exporter keeps what it could not send on disk and tries again, so insisting here only delays a shutdown. */
    private static final RetryOptions ONE_QUICK_RETRY =
            new RetryOptions(new FixedDelayOptions(1, Duration.ofMillis(200)));

    private static final String VARIABLE = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    private static final Map<String, String> SPANS_ONLY =
            Map.of("otel.metrics.exporter", "none", "otel.logs.exporter", "none");

    private BorrowedExporter() {}

    static SpanExporter from(String connectionString) {
        AtomicReference<SpanExporter> borrowed = new AtomicReference<>();
        AutoConfiguredOpenTelemetrySdkBuilder sdk = AutoConfiguredOpenTelemetrySdk.builder();
        AzureMonitorExporter.customize(sdk, options(connectionString));
        // After customize, or there would be nothing to take yet. The SDK itself is left with an exporter that does
        // nothing, so that it can be closed at once.
        sdk.addSpanExporterCustomizer((azure, config) -> {
            borrowed.set(azure);
            return SpanExporter.composite();
        });
        sdk.addPropertiesCustomizer(config -> SPANS_ONLY)
                .disableShutdownHook()
                .build()
                .getOpenTelemetrySdk()
                .close();
        return borrowed.get();
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

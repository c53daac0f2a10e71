package io.tollgate.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class CountedSpanExporterTest {

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<SpanData> spans = List.of(Spans.server("GET", "/", "200"), Spans.server("GET", "/", "200"));

    @Test
    void what_was_sent_is_counted() {
        exporter(SpanExporter.composite()).export(spans);

        assertThat(count("exported")).isEqualTo(2);
        assertThat(count("failed")).isZero();
    }

    @Test
    void an_exporter_that_throws_is_a_counted_failure_and_nothing_more() {
        SpanExporter broken = new Broken();

        assertThat(exporter(broken).export(spans).isSuccess()).isFalse();
        assertThat(count("failed")).isEqualTo(2);
    }

    @Test
    void a_receiver_that_is_away_is_a_counted_failure_within_seconds() {
        String nobody = "InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=http://127.0.0.1:1/";
        try (BorrowedExporters azure = BorrowedExporters.from(nobody)) {
            CountedSpanExporter exporter = exporter(azure.spans());
            // the first one loads all that it takes to send something
            failsWithin(Duration.ofSeconds(30), exporter);

            failsWithin(Duration.ofSeconds(5), exporter);
            azure.spans().shutdown();
        }
        await().untilAsserted(() -> assertThat(count("failed")).isEqualTo(4));
    }

    private void failsWithin(Duration time, CountedSpanExporter exporter) {
        CompletableResultCode result = exporter.export(spans);
        await().atMost(time).until(result::isDone);
        assertThat(result.isSuccess()).isFalse();
    }

    private CountedSpanExporter exporter(SpanExporter exporter) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("meters", meters);
        return new CountedSpanExporter(exporter, beans.getBeanProvider(MeterRegistry.class));
    }

    private double count(String outcome) {
        return meters.counter(CountedSpanExporter.METRIC, "outcome", outcome).count();
    }

    private static final class Broken implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            throw new IllegalStateException("broken");
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}

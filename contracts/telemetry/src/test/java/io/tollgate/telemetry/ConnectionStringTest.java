package io.tollgate.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.tollgate.values.InvalidVariable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ConnectionStringTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ApplicationInsightsAutoConfiguration.class));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3cret",
                "InstrumentationKey=;IngestionEndpoint=http://127.0.0.1:1/",
                "InstrumentationKey=s3cret;IngestionEndpoint=no-address"
            })
    void a_malformed_connection_string_stops_the_start_and_is_named_but_not_shown(String malformed) {
        application
                .withPropertyValues("tollgate.telemetry.connection-string=" + malformed)
                .run(context -> {
                    assertThat(context).hasFailed();
                    assertThat(context.getStartupFailure())
                            .rootCause()
                            .isNotNull()
                            .message()
                            .doesNotContain("s3cret");
                });
        assertThatThrownBy(() -> BorrowedExporters.from(malformed))
                .isInstanceOf(InvalidVariable.class)
                .hasMessageStartingWith("APPLICATIONINSIGHTS_CONNECTION_STRING is not an Application Insights")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void an_empty_one_sends_nothing() {
        application
                .withPropertyValues("tollgate.telemetry.connection-string= ")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(SpanExporter.class));
    }

    @Test
    void a_good_one_gives_one_exporter_to_boot() {
        application
                .withPropertyValues(
                        "tollgate.telemetry.connection-string="
                                + "InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=http://127.0.0.1:1/")
                .run(context -> assertThat(context).hasSingleBean(SpanExporter.class));
    }

    @Test
    void the_properties_do_not_show_it() {
        assertThat(new TelemetryProperties("InstrumentationKey=s3cret").toString())
                .doesNotContain("s3cret");
    }
}

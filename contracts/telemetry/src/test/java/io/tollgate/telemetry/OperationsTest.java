package io.tollgate.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ConfigurableApplicationContext;

class OperationsTest {

    @Test
    void probes_and_metrics_are_on_the_management_port_and_nothing_else_is() throws Exception {
        try (ConfigurableApplicationContext shop = ShopApplication.start(Map.of())) {
            String management = "http://127.0.0.1:" + ShopApplication.port(shop, "management");
            String server = "http://127.0.0.1:" + ShopApplication.port(shop, "server");

            Receiver.get(server + "/stock/1");
            assertThat(Receiver.get(management + "/metrics").body())
                    .contains("http_server_requests_seconds_count{")
                    .contains("jvm_memory_used_bytes")
                    .doesNotContain("/healthz");
            assertThat(body(management + "/healthz")).isEqualTo("{\"status\":\"UP\"}");
            assertThat(body(management + "/readyz")).isEqualTo("{\"status\":\"UP\"}");
            for (String closed :
                    new String[] {"/env", "/heapdump", "/beans", "/loggers", "/configprops", "/shutdown", "/"}) {
                assertThat(status(management + closed)).as(closed).isEqualTo(404);
            }
            for (String elsewhere : new String[] {"/healthz", "/readyz", "/metrics", "/health", "/info"}) {
                assertThat(status(server + elsewhere)).as(elsewhere).isEqualTo(404);
            }
        }
    }

    @Test
    void readiness_and_liveness_follow_the_application_each_for_itself() throws Exception {
        try (ConfigurableApplicationContext shop = ShopApplication.start(Map.of())) {
            String management = "http://127.0.0.1:" + ShopApplication.port(shop, "management");

            AvailabilityChangeEvent.publish(shop, ReadinessState.REFUSING_TRAFFIC);
            assertThat(status(management + "/readyz")).isEqualTo(503);
            assertThat(status(management + "/healthz")).isEqualTo(200);

            AvailabilityChangeEvent.publish(shop, ReadinessState.ACCEPTING_TRAFFIC);
            AvailabilityChangeEvent.publish(shop, LivenessState.BROKEN);
            assertThat(status(management + "/healthz")).isEqualTo(503);
            assertThat(status(management + "/readyz")).isEqualTo(200);
        }
    }

    @Test
    void a_worker_with_one_port_can_have_its_probes_there() throws Exception {
        try (ConfigurableApplicationContext worker =
                ShopApplication.startWithOnePort(Map.of("tollgate.telemetry.probes", "server"))) {
            String only = "http://127.0.0.1:" + ShopApplication.port(worker, "server");

            assertThat(status(only + "/healthz")).isEqualTo(200);
            assertThat(status(only + "/readyz")).isEqualTo(200);
            assertThat(status(only + "/metrics")).isEqualTo(200);
        }
    }

    @Test
    void without_a_connection_string_nothing_is_exported_and_everything_else_works() {
        try (ConfigurableApplicationContext shop = ShopApplication.start(Map.of())) {
            assertThat(shop.getBeansOfType(io.opentelemetry.sdk.trace.export.SpanExporter.class))
                    .isEmpty();
        }
    }

    private static int status(String url) throws Exception {
        return Receiver.get(url).statusCode();
    }

    private static String body(String url) throws Exception {
        HttpResponse<String> answer = Receiver.get(url);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}

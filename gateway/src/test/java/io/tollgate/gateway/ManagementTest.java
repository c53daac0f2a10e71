package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class ManagementTest extends RunningGateway {
    @Test
    void health_is_answered_on_the_management_port_alone_and_without_credentials() {
        assertThat(management("/healthz").statusCode()).isEqualTo(200);
        assertThat(management("/readyz").statusCode()).isEqualTo(200);
        assertThat(management("/readyz").headers().firstValue("X-Request-Id")).isEmpty();
        assertThat(management("/v1/products").statusCode()).isEqualTo(404);
    }

    @Test
    void requests_are_counted_by_route_and_status_and_so_is_what_the_gateway_decides() {
        send(withKey("/v1/products/prd_1"));
        send(request("/v1/products/prd_1"));

        // counted when it has been answered, not before
        await().untilAsserted(() -> assertThat(management("/metrics").body())
                .contains(
                        "http_server_requests_seconds_count{method=\"GET\",status=\"200\",uri=\"/v1/products/{productId}\"}")
                .contains(
                        "http_server_requests_seconds_count{method=\"GET\",status=\"401\",uri=\"/v1/products/{productId}\"}")
                .contains("tollgate_gateway_credentials_total{kind=\"api-key\",outcome=\"known\"}")
                .contains("tollgate_gateway_plan_limit_total{limit=\"burst\",outcome=\"admitted\",plan=\"free\"}")
                .contains("tollgate_gateway_credential_changes_age")
                .contains("tollgate_gateway_passwords_waiting")
                .contains("resilience4j_circuitbreaker_state")
                .doesNotContain("uri=\"/healthz\""));
    }

    private HttpResponse<String> management(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path)));
    }
}

package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class PlanLimitTest extends RunningGateway {
    @Test
    void a_client_is_told_what_is_left_and_refused_when_nothing_is() {
        HttpRequest.Builder request = client("told", 3);

        HttpResponse<String> first = send(request);
        assertThat(first.headers().firstValue("RateLimit-Policy")).contains("\"burst\";q=3;w=180");
        assertThat(first.headers().firstValue("RateLimit").orElseThrow()).matches("\"burst\";r=2;t=(59|60)");
        send(request);
        assertThat(send(request).headers().firstValue("RateLimit").orElseThrow())
                .startsWith("\"burst\";r=0;t=");

        HttpResponse<String> refused = send(request);

        JsonNode problem = problem(refused, 429, "rate-limit-exceeded");
        assertThat(problem.at("/plan").asText()).isEqualTo("free");
        assertThat(Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(55L, 60L);
        assertThat(refused.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"burst\";r=0;t=");
        assertThat(PRODUCTS.arrived()).hasSize(3);
    }

    @Test
    void what_is_refused_before_the_limit_costs_nothing() {
        HttpRequest.Builder request = client("free", 1);
        for (int i = 0; i < 3; i++) {
            problem(send(client("free", 1).header("Authorization", "Basic x")), 401, "credentials-invalid");
        }

        assertThat(send(request).statusCode()).isEqualTo(200);
        problem(send(request), 429, "rate-limit-exceeded");
    }

    @Test
    void one_clients_limit_is_not_anothers() {
        send(client("one", 1));
        problem(send(client("one", 1)), 429, "rate-limit-exceeded");

        assertThat(send(client("other", 1)).statusCode()).isEqualTo(200);
    }

    /** A client that may ask so often at once, and once a minute after that. */
    private HttpRequest.Builder client(String name, long burst) {
        USERS.client("tg_live_limit_" + name, "cli_limit_" + name, FakeUsers.ALL, 1, 1, 60, burst);
        return request("/v1/products").header("X-API-Key", "tg_live_limit_" + name);
    }
}

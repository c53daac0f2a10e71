package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.TestCallers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What a gateway that goes leaves behind: nothing. */
class LastReportTest {
    private final FakeUsers users = new FakeUsers();
    private final FakeService products = new FakeService();

    @Test
    void a_gateway_that_goes_gives_back_what_it_holds_and_reports_what_it_counted() throws Exception {
        users.plan(
                "partner", "\"quotas\":[{\"name\":\"monthly\",\"unit\":\"calls\",\"period\":\"month\",\"limit\":500}]");
        users.clientOf("partner", "tg_live_going", "cli_going");
        users.quotas.limit("cli_going", "monthly", 500);
        ConfigurableApplicationContext gateway = start();
        for (int i = 0; i < 3; i++) {
            assertThat(ask(gateway)).isEqualTo(200);
        }
        assertThat(users.quotas.used("cli_going", "monthly")).isGreaterThan(3);

        gateway.close();

        assertThat(users.quotas.used("cli_going", "monthly")).isEqualTo(3);
        assertThat(users.reports().get(0).at("/usage/0/calls").asLong()).isEqualTo(3);
    }

    private static int ask(ConfigurableApplicationContext gateway) throws IOException, InterruptedException {
        String port = gateway.getEnvironment().getProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/products"))
                .header("X-API-Key", "tg_live_going")
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private ConfigurableApplicationContext start() {
        Map<String, Object> variables = new HashMap<>(Map.of(
                "TOLLGATE_USERS_URL", users.http.url(),
                "TOLLGATE_ORDERS_URL", products.url(),
                "TOLLGATE_PRODUCTS_URL", products.url(),
                "TOLLGATE_PAYMENTS_URL", products.url(),
                "TOLLGATE_CALLER_SIGNING_KEYS", TestCallers.signingKeys(),
                "TOLLGATE_GATEWAY_PORT", 0,
                "TOLLGATE_GATEWAY_ADMIN_PORT", 0,
                "TOLLGATE_GATEWAY_MANAGEMENT_PORT", 0,
                "TOLLGATE_GATEWAY_REPORTS_EVERY", "9m"));
        return new SpringApplicationBuilder(GatewayApplication.class)
                .properties(variables)
                .run();
    }
}

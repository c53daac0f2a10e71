package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tollgate.gateway.FakeService.Reply;
import io.tollgate.testing.TestCallers;
import io.tollgate.values.InvalidVariable;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** How the gateway comes up, and how it goes. */
class StartTest {
    @ParameterizedTest
    @ValueSource(strings = {"TOLLGATE_USERS_URL", "TOLLGATE_PAYMENTS_URL", "TOLLGATE_CALLER_SIGNING_KEYS"})
    void a_missing_variable_stops_the_start_with_its_name(String variable) {
        Map<String, Object> variables = variables("http://127.0.0.1:1");
        variables.remove(variable);

        assertThatThrownBy(() -> start(variables))
                .rootCause()
                .isInstanceOf(InvalidVariable.class)
                .hasMessage(variable + " is not set.");
    }

    @Test
    void a_request_in_flight_is_answered_before_the_gateway_goes() {
        FakeUsers users = new FakeUsers();
        FakeService products = new FakeService();
        products.answers(request -> Reply.json(200, "{\"late\":true}").after(Duration.ofMillis(800)));
        Map<String, Object> variables = variables(products.url());
        variables.put("TOLLGATE_USERS_URL", users.http.url());
        ConfigurableApplicationContext gateway = start(variables);
        String port = gateway.getEnvironment().getProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/products"))
                .header("X-API-Key", FakeUsers.KEY)
                .build();

        CompletableFuture<HttpResponse<String>> answer =
                HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofString());
        await().until(() -> products.begun() == 1 || answer.isDone());
        assertThat(answer).as("the answer before the service was asked").isNotDone();
        gateway.close();

        assertThat(answer.join().statusCode()).isEqualTo(200);
        assertThat(answer.join().body()).isEqualTo("{\"late\":true}");
    }

    private static ConfigurableApplicationContext start(Map<String, Object> variables) {
        return new SpringApplicationBuilder(GatewayApplication.class)
                .properties(variables)
                .run();
    }

    private static Map<String, Object> variables(String service) {
        return new HashMap<>(Map.of(
                "TOLLGATE_USERS_URL", service,
                "TOLLGATE_ORDERS_URL", service,
                "TOLLGATE_PRODUCTS_URL", service,
                "TOLLGATE_PAYMENTS_URL", service,
                "TOLLGATE_CALLER_SIGNING_KEYS", TestCallers.signingKeys(),
                "TOLLGATE_GATEWAY_PORT", 0,
                "TOLLGATE_GATEWAY_MANAGEMENT_PORT", 0));
    }
}

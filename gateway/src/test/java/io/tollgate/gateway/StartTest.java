package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tollgate.gateway.FakeService.Reply;
import io.tollgate.testing.TestCallers;
import io.tollgate.values.InvalidVariable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** How the gateway comes up, and how it goes. */
@ExtendWith(OutputCaptureExtension.class)
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TOLLGATE_TRUSTED_PROXIES | 10.0.0.0/8,proxy.example | is not a list of networks such as 203.0.113.0/24,2001:db8::/32.",
                "TOLLGATE_TRUSTED_PROXIES | 0.0.0.0/0 | trusts the whole world.",
                "TOLLGATE_ADDRESSES_ALLOW | 10.0.0.0/33 | is not a list of networks such as 203.0.113.0/24,2001:db8::/32.",
                "TOLLGATE_ADDRESSES_DENY | ::1/64,everybody | is not a list of networks such as 203.0.113.0/24,2001:db8::/32."
            })
    void networks_that_cannot_be_read_stop_the_start_with_the_variables_name(
            String variable, String value, String sentence) {
        Map<String, Object> variables = variables("http://127.0.0.1:1");
        variables.put(variable, value);

        assertThatThrownBy(() -> start(variables))
                .rootCause()
                .isInstanceOf(InvalidVariable.class)
                .hasMessage(variable + " " + sentence);
    }

    @Test
    void keys_that_cannot_be_read_stop_the_start_with_a_sentence() {
        Map<String, Object> variables = variables("http://127.0.0.1:1");
        variables.put("TOLLGATE_CALLER_SIGNING_KEYS_FILE", "/nowhere/keys.json");
        assertThatThrownBy(() -> start(variables))
                .rootCause()
                .hasMessage("TOLLGATE_CALLER_SIGNING_KEYS_FILE is set beside TOLLGATE_CALLER_SIGNING_KEYS; one of"
                        + " them decides.");

        variables.remove("TOLLGATE_CALLER_SIGNING_KEYS");
        assertThatThrownBy(() -> start(variables))
                .rootCause()
                .hasMessage("TOLLGATE_CALLER_SIGNING_KEYS_FILE names a file that cannot be read.");
    }

    @Test
    void half_a_setting_of_an_issuer_stops_the_start_with_a_sentence() {
        Map<String, Object> variables = variables("http://127.0.0.1:1");
        variables.put("TOLLGATE_JWT_ISSUER", "https://login.example");

        assertThatThrownBy(() -> start(variables))
                .rootCause()
                .isInstanceOf(InvalidVariable.class)
                .hasMessage("TOLLGATE_JWT_AUDIENCE is not set.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://h:1", "redis//h", "redis://", "redis://:geheim@h:1x"})
    void a_redis_address_that_is_none_stops_the_start_and_is_not_repeated(String url) {
        Map<String, Object> variables = variables("http://127.0.0.1:1");
        variables.put("TOLLGATE_REDIS_URL", url);

        assertThatThrownBy(() -> start(variables))
                .rootCause()
                .isInstanceOf(InvalidVariable.class)
                .hasMessageStartingWith("TOLLGATE_REDIS_URL is not ")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void a_request_in_flight_is_answered_before_the_gateway_goes() {
        FakeUsers users = new FakeUsers();
        FakeService products = new FakeService();
        Sinks.Empty<Void> going = Sinks.empty();
        products.answers(request -> Reply.json(200, "{\"late\":true}").after(whileItGoes(going)));
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
        tellWhenItGoes(gateway, going);
        gateway.close();

        assertThat(answer.join().statusCode()).isEqualTo(200);
        assertThat(answer.join().body()).isEqualTo("{\"late\":true}");
    }

    @Test
    void a_request_in_flight_at_the_administrations_port_is_answered_as_well() {
        FakeUsers users = new FakeUsers();
        FakeService payments = new FakeService();
        Sinks.Empty<Void> going = Sinks.empty();
        payments.answers(request -> Reply.json(200, "{\"late\":true}").after(whileItGoes(going)));
        int port = RunningGateway.freePort();
        Map<String, Object> variables = variables(payments.url());
        variables.put("TOLLGATE_USERS_URL", users.http.url());
        variables.put("TOLLGATE_GATEWAY_ADMIN_PORT", port);
        ConfigurableApplicationContext gateway = start(variables);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/admin/v1/ledger/accounts"))
                .header("X-API-Key", FakeUsers.KEY)
                .header("Authorization", RunningGateway.basic(FakeUsers.EMAIL, FakeUsers.PASSWORD))
                .build();
        CompletableFuture<HttpResponse<String>> answer =
                HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofString());
        await().until(() -> payments.begun() == 1 || answer.isDone());
        assertThat(answer).as("the answer before the service was asked").isNotDone();

        tellWhenItGoes(gateway, going);
        gateway.close();

        assertThat(answer.join().statusCode()).isEqualTo(200);
        assertThat(answer.join().body()).isEqualTo("{\"late\":true}");
    }

    @Test
    void a_port_for_administration_that_is_taken_stops_the_start_with_its_name() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, Object> variables = variables("http://127.0.0.1:1");
            variables.put("TOLLGATE_GATEWAY_ADMIN_PORT", taken.getLocalPort());

            assertThatThrownBy(() -> start(variables))
                    .hasCauseInstanceOf(InvalidVariable.class)
                    .cause()
                    .hasMessage("TOLLGATE_GATEWAY_ADMIN_PORT is a port that something else uses.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "65536", "-1", "80 90"})
    void a_port_for_administration_that_is_none_stops_the_start_with_its_name(String port, CapturedOutput output) {
        Map<String, Object> variables = variables("http://127.0.0.1:1");
        variables.put("TOLLGATE_GATEWAY_ADMIN_PORT", port);

        assertThatThrownBy(() -> start(variables))
                .rootCause()
                .isInstanceOf(InvalidVariable.class)
                .hasMessage("TOLLGATE_GATEWAY_ADMIN_PORT is not the number of a port.");
        assertThat(output)
                .contains("Set TOLLGATE_GATEWAY_ADMIN_PORT as this module's README says.")
                .doesNotContain("Failed to bind");
    }

    private static void tellWhenItGoes(ConfigurableApplicationContext gateway, Sinks.Empty<Void> going) {
        gateway.addApplicationListener((ApplicationListener<ContextClosedEvent>) closed -> going.tryEmitEmpty());
    }

    /** Some time after the gateway has begun to go, however long that takes. */
    private static Mono<?> whileItGoes(Sinks.Empty<Void> going) {
        return going.asMono().then(Mono.delay(Duration.ofMillis(800)));
    }

    private static ConfigurableApplicationContext start(Map<String, Object> variables) {
        return new SpringApplicationBuilder(GatewayApplication.class)
                .properties(variables)
                .run();
    }

    private static Map<String, Object> variables(String service) {
        return new HashMap<>(Map.of(
                "TOLLGATE_USERS_URL",
                service,
                "TOLLGATE_ORDERS_URL",
                service,
                "TOLLGATE_PRODUCTS_URL",
                service,
                "TOLLGATE_PAYMENTS_URL",
                service,
                "TOLLGATE_CALLER_SIGNING_KEYS",
                TestCallers.signingKeys(),
                "TOLLGATE_GATEWAY_PORT",
                0,
                "TOLLGATE_GATEWAY_ADMIN_PORT",
                0,
                "TOLLGATE_GATEWAY_MANAGEMENT_PORT",
                0));
    }
}

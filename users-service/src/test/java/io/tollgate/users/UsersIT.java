package io.tollgate.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.models.ServiceBusReceiveMode;
import io.tollgate.testing.ServiceBus;
import io.tollgate.testing.ServiceBusExtension;
import io.tollgate.testing.TestCallers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The whole service, with a file of its own and the bus: what it says, and what it still knows after a restart. */
@ServiceBus(topology = "users-it-topology.yml")
class UsersIT {
    private static final TestCallers CALLERS = TestCallers.of("users");
    private static final String KEY = "tg_live_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ";

    @TempDir
    Path state;

    @Test
    void a_registration_is_told_over_the_bus_and_outlives_the_process() {
        String ann;
        try (var users = start()) {
            ready(users);
            ann = register(users, "ann@example.com");
            List<ServiceBusReceivedMessage> told = receive(2);

            assertThat(told).extracting(ServiceBusReceivedMessage::getSubject).containsOnly("users.user-registered.v1");
            assertThat(told)
                    .extracting(message -> message.getApplicationProperties().get("cloudEvents_subject"))
                    .contains(ann);
            assertThat(told).allSatisfy(message -> assertThat(message.getApplicationProperties())
                    .containsEntry("cloudEvents_source", "/tollgate/users")
                    .containsKey("traceparent"));
            assertThat(told).allSatisfy(message -> assertThat(message.getBody().toString())
                    .doesNotContain("@")
                    .contains("registeredAt"));
        }
        try (var users = start()) {
            ready(users);
            signIn(users, "ann@example.com", "correct horse battery")
                    .isOk()
                    .expectBody()
                    .jsonPath("$.userId")
                    .isEqualTo(ann);
            signIn(users, "root@example.com", "the first password").isOk();
            signIn(users, "root@example.com", "another password").isNotFound();
        }
    }

    private ConfigurableApplicationContext start() {
        Map<String, Object> environment = new HashMap<>(Map.of(
                "TOLLGATE_USERS_DB_URL",
                "r2dbc:h2:file:///" + state.resolve("users"),
                "TOLLGATE_USERS_PORT",
                0,
                "TOLLGATE_USERS_MANAGEMENT_PORT",
                0,
                "TOLLGATE_CALLER_JWKS",
                TestCallers.jwks(),
                "TOLLGATE_IDEMPOTENCY_SECRET",
                "a secret of the tests, thirty-two characters",
                "TOLLGATE_SERVICEBUS_CONNECTION_STRING",
                ServiceBusExtension.connectionString(),
                "TOLLGATE_BOOTSTRAP_ADMIN",
                "root@example.com:the first password:" + KEY));
        return new SpringApplicationBuilder(UsersApplication.class)
                .properties(environment)
                .run();
    }

    /** Until the first administrator is in, the process says that it is not ready. */
    private static void ready(ConfigurableApplicationContext users) {
        WebTestClient management = client(users, "local.management.port");
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (status(management, "/readyz") != 200) {
            assertThat(System.nanoTime()).as("ready in time").isLessThan(deadline);
        }
    }

    /** Reads the body too: who leaves it unread keeps the connection, and a pool has 16. */
    private static int status(WebTestClient client, String uri) {
        return client.get()
                .uri(uri)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private static String register(ConfigurableApplicationContext users, String email) {
        return (String) client(users, "local.server.port")
                .post()
                .uri("/v1/users")
                .header(HttpHeaders.AUTHORIZATION, CALLERS.bearer("cli_shop", null, "users:register"))
                .bodyValue(Map.of("email", email, "password", "correct horse battery", "name", "Ann"))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("id");
    }

    private static StatusAssertions signIn(ConfigurableApplicationContext users, String email, String password) {
        return client(users, "local.server.port")
                .post()
                .uri("/internal/v1/passwords/verify")
                .header(HttpHeaders.AUTHORIZATION, CALLERS.internal())
                .bodyValue(Map.of("email", email, "password", password))
                .exchange()
                .expectStatus();
    }

    private static WebTestClient client(ConfigurableApplicationContext users, String port) {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + users.getEnvironment().getProperty(port))
                .responseTimeout(Duration.ofSeconds(10))
                .build();
    }

    private static List<ServiceBusReceivedMessage> receive(int expected) {
        List<ServiceBusReceivedMessage> received = new ArrayList<>();
        try (ServiceBusReceiverClient witness = new ServiceBusClientBuilder()
                .connectionString(ServiceBusExtension.connectionString())
                .receiver()
                .topicName("events-topic")
                .subscriptionName("witness")
                .receiveMode(ServiceBusReceiveMode.RECEIVE_AND_DELETE)
                .buildClient()) {
            while (received.size() < expected) {
                witness.receiveMessages(expected - received.size(), Duration.ofSeconds(10))
                        .forEach(received::add);
            }
        }
        return received;
    }
}

package io.tollgate.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tollgate.testing.TestCallers;
import io.tollgate.testing.bus.ServiceBus;
import io.tollgate.testing.bus.ServiceBusExtension;
import io.tollgate.testing.bus.TopicProbe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
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
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String KEY = "tg_live_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ";

    @TempDir
    Path state;

    @Test
    void a_registration_is_mailed_proven_told_over_the_bus_and_outlives_the_process() {
        try (var facts = TopicProbe.on("events-topic");
                var mails = TopicProbe.on("notifications-topic")) {
            String ann;
            try (var users = start()) {
                ready(users);
                register(users, "ann@example.com");
                JsonNode mail = body(mails.take("email", 1, PATIENCE));
                assertThat(mail.path("template").asText()).isEqualTo("verify-email");
                ann = mail.path("userId").asText();
                signIn(users, "ann@example.com", "correct horse battery").isNotFound();
                verify(users, mail.at("/parameters/token").asText());
                told(facts.take("witness", 2, PATIENCE), ann);
                mailedWhatIsWanted(facts, mails, ann);
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
    }

    private static void told(List<ServiceBusReceivedMessage> facts, String user) {
        assertThat(facts).extracting(ServiceBusReceivedMessage::getSubject).containsOnly("users.user-registered.v1");
        assertThat(facts)
                .extracting(message -> message.getApplicationProperties().get("cloudEvents_subject"))
                .contains(user);
        assertThat(facts).allSatisfy(message -> assertThat(message.getApplicationProperties())
                .containsEntry("cloudEvents_source", "/tollgate/users")
                .containsKey("traceparent"));
        assertThat(facts).allSatisfy(message -> assertThat(message.getBody().toString())
                .doesNotContain("@")
                .contains("registeredAt"));
    }

    private static void mailedWhatIsWanted(TopicProbe facts, TopicProbe mails, String user) {
        facts.publish(
                "workers.notification-wanted.v1",
                user,
                """
                {"notificationId":"ntf_01kqsdr2spfdgv7mksj8emf2vk","userId":"%s","createdAt":"2026-05-04T12:00:00.310Z",
                 "orderId":"ord_01kqsdr2g0efqbx5q5kkj0z75h","template":"order-confirmed"}
                """
                        .formatted(user));

        JsonNode mail = body(mails.take("email", 1, PATIENCE));
        assertThat(mail.path("to").asText()).isEqualTo("ann@example.com");
        assertThat(mail.at("/parameters/orderId").asText()).isEqualTo("ord_01kqsdr2g0efqbx5q5kkj0z75h");
    }

    private static JsonNode body(List<ServiceBusReceivedMessage> messages) {
        try {
            return new ObjectMapper().readTree(messages.get(0).getBody().toBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
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

    private static void register(ConfigurableApplicationContext users, String email) {
        post(users, "/v1/users", Map.of("email", email, "password", "correct horse battery", "name", "Ann"))
                .isAccepted();
    }

    private static void verify(ConfigurableApplicationContext users, String token) {
        post(users, "/v1/users/verifications", Map.of("token", token)).isOk();
    }

    private static StatusAssertions post(ConfigurableApplicationContext users, String uri, Object body) {
        return client(users, "local.server.port")
                .post()
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, CALLERS.bearer("cli_shop", null, "users:register"))
                .bodyValue(body)
                .exchange()
                .expectStatus();
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
}

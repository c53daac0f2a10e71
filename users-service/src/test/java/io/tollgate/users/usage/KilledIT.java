package io.tollgate.users.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tollgate.testing.TestCallers;
import io.tollgate.testing.bus.ServiceBus;
import io.tollgate.testing.bus.ServiceBusExtension;
import io.tollgate.users.UsersApplication;
import io.tollgate.users.credential.KeyHash;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process of its own, killed with SIGKILL: what it has answered is so after its restart. */
@ServiceBus(topology = "users-it-topology.yml")
class KilledIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "tg_live_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ";
    private static final String PLANS =
            """
            plans:
              - name: internal
                limits:
                  - {name: burst, per: client, algorithm: token-bucket, limit: 60000, windowSeconds: 60, burst: 10000}
                quotas:
                  - {name: monthly, unit: calls, period: month, limit: 1000}
            """;

    @TempDir
    Path state;

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = freePort();
    private Process users;

    @AfterEach
    void end() {
        users.destroyForcibly();
    }

    @Test
    void leases_and_reports_that_were_answered_outlive_a_kill() throws Exception {
        start();
        String client = ask("api-keys/verify", Map.of("hash", KeyHash.of(KEY).hex()))
                .path("clientId")
                .asText();
        JsonNode lease = lease(client, "lea_1");
        lease(client, "lea_2");
        report(client);

        users.destroyForcibly().waitFor();
        start();

        assertThat(lease(client, "lea_1").path("granted")).isEqualTo(lease.path("granted"));
        report(client);
        // lea_2 was given back but for two, however often; lea_1 is held
        assertThat(lease(client, "lea_1").path("used").asLong())
                .isEqualTo(lease.path("granted").asLong() + 2);
    }

    private JsonNode lease(String client, String id) throws IOException, InterruptedException {
        return ask(
                        "quota-leases",
                        Map.of(
                                "gatewayId",
                                "gtw_1",
                                "items",
                                List.of(Map.of("leaseId", id, "clientId", client, "quota", "monthly", "wanted", 20))))
                .at("/items/0");
    }

    private void report(String client) throws IOException, InterruptedException {
        ask(
                "usage-reports",
                Map.of(
                        "reportId", "rep_1",
                        "gatewayId", "gtw_1",
                        "leases", List.of(Map.of("leaseId", "lea_2", "used", 2))));
    }

    private JsonNode ask(String path, Object question) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/internal/v1/" + path))
                .header("Authorization", TestCallers.of("users").internal())
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(20))
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(question)))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        return JSON.readTree(answer.body());
    }

    private void start() throws IOException {
        Path plans = Files.writeString(state.resolve("plans.yml"), PLANS);
        ProcessBuilder process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                UsersApplication.class.getName());
        process.environment()
                .putAll(Map.of(
                        "TOLLGATE_USERS_DB_URL",
                        "r2dbc:h2:file:///" + state.resolve("users"),
                        "TOLLGATE_USERS_PORT",
                        Integer.toString(port),
                        "TOLLGATE_USERS_MANAGEMENT_PORT",
                        "0",
                        "TOLLGATE_CALLER_JWKS",
                        TestCallers.jwks(),
                        "TOLLGATE_IDEMPOTENCY_SECRET",
                        "a secret of the tests, thirty-two characters",
                        "TOLLGATE_SERVICEBUS_CONNECTION_STRING",
                        ServiceBusExtension.connectionString(),
                        "TOLLGATE_BOOTSTRAP_ADMIN",
                        "root@example.com:the first password:" + KEY,
                        "TOLLGATE_PLANS_FILE",
                        plans.toString()));
        users = process.redirectErrorStream(true)
                .redirectOutput(state.resolve("users.log").toFile())
                .start();
        Awaitility.await().atMost(Duration.ofSeconds(90)).ignoreExceptions().until(() -> !ask(
                        "api-keys/verify", Map.of("hash", KeyHash.of(KEY).hex()))
                .isMissingNode());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new AssertionError(none);
        }
    }
}

package io.tollgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.gateway.FakeService.Arrived;
import io.tollgate.gateway.FakeService.Reply;
import io.tollgate.testing.TestCallers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The gateway as a process of its own, killed with SIGKILL and started again: what it held, and had not told, is lost. */
@Timeout(value = 5, unit = TimeUnit.MINUTES) // a gateway is started twice
class KilledIT {
    private static final String KEY = "tg_live_killed";
    private static final int LIMIT = 400;

    @TempDir
    Path state;

    private final FakeUsers users = new FakeUsers();
    private final FakeService services = new FakeService();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port = RunningGateway.freePort();
    private final AtomicLong largestLease = new AtomicLong();
    private Process gateway;

    @AfterEach
    void end() {
        gateway.destroyForcibly();
    }

    @Test
    void a_killed_gateway_loses_one_lease_of_a_quota_at_most_and_nothing_is_admitted_or_counted_twice()
            throws Exception {
        users.plan(
                "killed", "\"quotas\":[{\"name\":\"monthly\",\"unit\":\"calls\",\"period\":\"month\",\"limit\":400}]");
        users.clientOf("killed", KEY, "cli_killed");
        users.quotas.limit("cli_killed", "monthly", LIMIT);
        users.http.answers(this::watched);

        start();
        int before = admitted(130);
        await().atMost(Duration.ofSeconds(20)).until(() -> told() == before);
        int untold = admitted(15);
        gateway.destroyForcibly().waitFor();
        start();
        int after = admitted(LIMIT);

        long lost = LIMIT - before - untold - after;
        assertThat(lost).as("calls that nobody got").isBetween(0L, largestLease.get());
        await().atMost(Duration.ofSeconds(20)).until(() -> told() >= before + after);
        assertThat(told()).as("calls told").isBetween((long) before + after, (long) before + untold + after);
    }

    /** The most that was ever held at once, as users-service can see it: a first lease, or what fills one up. */
    private Reply watched(Arrived asked) {
        Reply reply = users.answer(asked);
        if (asked.uri().startsWith("/internal/v1/quota-leases")) {
            RunningGateway.json(reply.body())
                    .path("items")
                    .forEach(item ->
                            largestLease.accumulateAndGet(item.path("granted").asLong(), Math::max));
        }
        return reply;
    }

    /** How many of so many requests were let through. */
    private int admitted(int requests) throws Exception {
        int admitted = 0;
        for (int i = 0; i < requests; i++) {
            admitted += status() == 200 ? 1 : 0;
        }
        return admitted;
    }

    /** How many admitted calls users-service was told of. */
    private long told() {
        long told = 0;
        for (JsonNode report : users.reports()) {
            for (JsonNode line : report.path("usage")) {
                told += line.path("status").asInt() == 200 ? line.path("calls").asLong() : 0;
            }
        }
        return told;
    }

    private int status() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/products"))
                .header("X-API-Key", KEY)
                .timeout(Duration.ofSeconds(20))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private void start() throws IOException {
        ProcessBuilder process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                GatewayApplication.class.getName());
        process.environment()
                .putAll(Map.of(
                        "TOLLGATE_USERS_URL",
                        users.http.url(),
                        "TOLLGATE_ORDERS_URL",
                        services.url(),
                        "TOLLGATE_PRODUCTS_URL",
                        services.url(),
                        "TOLLGATE_PAYMENTS_URL",
                        services.url(),
                        "TOLLGATE_CALLER_SIGNING_KEYS",
                        TestCallers.signingKeys(),
                        "TOLLGATE_GATEWAY_PORT",
                        Integer.toString(port),
                        "TOLLGATE_GATEWAY_ADMIN_PORT",
                        "0",
                        "TOLLGATE_GATEWAY_MANAGEMENT_PORT",
                        "0"));
        gateway = process.redirectErrorStream(true)
                .redirectOutput(state.resolve("gateway.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> http.send(
                                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/nothing"))
                                                .timeout(Duration.ofSeconds(2))
                                                .build(),
                                        BodyHandlers.discarding())
                                .statusCode()
                        == 404);
    }
}

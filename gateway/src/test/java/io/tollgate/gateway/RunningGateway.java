package io.tollgate.gateway;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.gateway.routing.AdminProperties;
import io.tollgate.http.Caller;
import io.tollgate.http.CallerTokenVerifier;
import io.tollgate.testing.RecordedSpans;
import io.tollgate.testing.TestCallers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One running gateway for all tests that can share it, in front of real local servers. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureObservability
@Import(RunningGateway.Spans.class)
abstract class RunningGateway {
    static final ObjectMapper JSON = new ObjectMapper();
    static final FakeUsers USERS = new FakeUsers();
    static final FakeService ORDERS = new FakeService();
    static final FakeService PRODUCTS = new FakeService();
    static final FakeService PAYMENTS = new FakeService();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @Autowired
    AdminProperties admin;

    /** An address from which the gateway hears nobody. */
    static final String DENIED = "198.51.100.66";

    @Autowired
    RecordedSpans spans;

    @Autowired
    MeterRegistry meters;

    @DynamicPropertySource
    static void places(DynamicPropertyRegistry properties) {
        properties.add("TOLLGATE_USERS_URL", USERS.http::url);
        properties.add("TOLLGATE_ORDERS_URL", ORDERS::url);
        properties.add("TOLLGATE_PRODUCTS_URL", PRODUCTS::url);
        properties.add("TOLLGATE_PAYMENTS_URL", PAYMENTS::url);
        properties.add("TOLLGATE_CALLER_SIGNING_KEYS", TestCallers::signingKeys);
        properties.add("TOLLGATE_GATEWAY_MANAGEMENT_PORT", () -> 0);
        properties.add("TOLLGATE_GATEWAY_ADMIN_PORT", RunningGateway::freePort);
        properties.add("TOLLGATE_TRUSTED_PROXIES", () -> "127.0.0.2/32");
        properties.add("TOLLGATE_ADDRESSES_DENY", () -> DENIED + "/32");
        properties.add("tollgate.gateway.hygiene.headers-within", () -> "1s");
        properties.add("TOLLGATE_GATEWAY_CHANGES_EVERY", () -> "50ms");
        properties.add("TOLLGATE_GATEWAY_REPORTS_EVERY", () -> "100ms");
        properties.add("TOLLGATE_GATEWAY_ADDRESS_TRIES", () -> 10_000);
        properties.add("TOLLGATE_GATEWAY_SIGN_IN_TRIES", () -> 10_000);
        properties.add("TOLLGATE_GATEWAY_SIGN_IN_TRIES_OF_ADDRESS", () -> 10_000);
        properties.add("TOLLGATE_GATEWAY_SIGN_IN_TRIES_OF_STRANGERS", () -> 10_000);
    }

    @BeforeEach
    void clean() {
        USERS.reset();
        ORDERS.reset();
        PRODUCTS.reset();
        PAYMENTS.reset();
        // what it verified before it hears what changes, it would ask for twice
        await().until(() -> meters.get("tollgate.gateway.credential.changes.beginnings")
                        .gauge()
                        .value()
                > 0);
    }

    HttpRequest.Builder request(String path) {
        return request(port, path);
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(15));
    }

    /** The same at the administration's port. */
    HttpRequest.Builder adminRequest(String path) {
        return request(admin.port().number(), path);
    }

    HttpRequest.Builder adminSignedIn(String path) {
        return adminRequest(path)
                .header("X-API-Key", FakeUsers.KEY)
                .header("Authorization", basic(FakeUsers.EMAIL, FakeUsers.PASSWORD));
    }

    HttpRequest.Builder withKey(String path) {
        return request(path).header("X-API-Key", FakeUsers.KEY);
    }

    HttpRequest.Builder signedIn(String path) {
        return withKey(path).header("Authorization", basic(FakeUsers.EMAIL, FakeUsers.PASSWORD));
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new AssertionError(none);
        }
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    static HttpRequest.Builder post(HttpRequest.Builder request, String body) {
        return request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new AssertionError(text, broken);
        }
    }

    /** The body of a refusal that keeps every promise of the API, whatever it is about. */
    static JsonNode problem(HttpResponse<String> answer, int status, String type) {
        return Problems.check(
                answer.statusCode(),
                name -> answer.headers().firstValue(name).orElse(null),
                answer.body(),
                status,
                type);
    }

    /** Who a service understands to be asking. */
    static Optional<Caller> heard(String audience, String token) {
        return CallerTokenVerifier.of(TestCallers.jwks(), audience, Clock.systemUTC())
                .verify(token)
                .blockOptional();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Spans {
        @Bean
        RecordedSpans recordedSpans() {
            return new RecordedSpans();
        }
    }
}

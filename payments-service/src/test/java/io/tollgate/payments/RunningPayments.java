package io.tollgate.payments;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.sandbox.SandboxServer;
import io.tollgate.testing.ApiContract;
import io.tollgate.testing.TestCallers;
import io.tollgate.testing.bus.ServiceBus;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The whole application on the embedded bus beside the sandbox's card network, with little patience. */
@ServiceBus(shared = true)
@AutoConfigureObservability
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "TOLLGATE_PAYMENTS_DB_URL=r2dbc:h2:mem:///payments",
            "TOLLGATE_CARD_NETWORK_KEY=secret-of-the-network",
            "TOLLGATE_IDEMPOTENCY_SECRET=a secret of the tests, thirty-two characters",
            "resilience4j.timelimiter.instances.card-network.timeout-duration=1s",
            // the troubles of one test are not the others'
            "resilience4j.circuitbreaker.instances.card-network.minimum-number-of-calls=1000",
            "resilience4j.circuitbreaker.instances.card-network.sliding-window-size=1000",
            // a busy machine takes a while to confirm, and to cancel what is in doubt
            "payments.network.time-to-confirm=12s",
            "payments.reconciliation.at=00:00",
            "payments.reconciliation.sweep=100ms",
            "payments.intents.sweep=200ms",
            "payments.intents.first-retry=200ms",
            "payments.intents.last-retry=500ms",
            "payments.intents.doubt=5s"
        })
abstract class RunningPayments {
    static final String CLIENT = "cli_01kn44arm0fb393bnh657vqd48";
    static final String USER = "usr_01kpmz88c1ef1tnyr5f7dfw65v";

    static final String ADMIN = "usr_01kpmz88c1ef1tnyr5f7dfw65x";

    private static final TestCallers CALLERS = TestCallers.of("payments");
    /** Read before a payment's time begins to run. */
    private static final ApiContract CONTRACT = ApiContract.of("payments");

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final SandboxServer SANDBOX = startSandbox();

    @Autowired
    private WebTestClient http;

    @LocalManagementPort
    private int managementPort;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        registry.add("TOLLGATE_CALLER_JWKS", TestCallers::jwks);
        registry.add("TOLLGATE_CARD_NETWORK_URL", SANDBOX::url);
    }

    /** What the owner of the order reads, held against the OpenAPI. */
    JsonNode payment(String order) {
        return documented()
                .get()
                .uri("/v1/orders/{order}/payment", order)
                .header(HttpHeaders.AUTHORIZATION, CALLERS.bearer(CLIENT, USER, "payments:read"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    /** Somebody who checks the books wants a day compared. */
    void askForReconciliation(LocalDate day, String key) {
        askForReconciliationOf("\"" + day + "\"", key)
                .expectStatus()
                .isAccepted()
                .expectBody(JsonNode.class);
    }

    /** Somebody sends something as a day. */
    WebTestClient.ResponseSpec askForReconciliationOf(String date, String key) {
        return documented()
                .post()
                .uri("/admin/v1/reconciliations")
                .header(HttpHeaders.AUTHORIZATION, CALLERS.bearer(CLIENT, USER, List.of("support"), "payments:write"))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"date\":" + date + "}")
                .exchange();
    }

    JsonNode reconciliation(LocalDate day) {
        return documented()
                .get()
                .uri("/admin/v1/reconciliations/{day}", day)
                .header(HttpHeaders.AUTHORIZATION, CALLERS.bearer(CLIENT, USER, List.of("support"), "payments:read"))
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private WebTestClient documented() {
        return http.mutate()
                .responseTimeout(PATIENCE)
                .entityExchangeResultConsumer(CONTRACT.exchangeConsumer())
                .build();
    }

    /** The owner sends the code. */
    void confirm(String payment, String code) {
        documented()
                .post()
                .uri("/v1/payments/{payment}/confirmation", payment)
                .header(HttpHeaders.AUTHORIZATION, CALLERS.bearer(CLIENT, USER, "payments:write"))
                .header("Idempotency-Key", payment + code)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"code\":\"" + code + "\"}")
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody(JsonNode.class);
    }

    /** An administrator says that the network gave it back. */
    WebTestClient.ResponseSpec reverseByHand(String payment, String caseNumber) {
        return documented()
                .post()
                .uri("/admin/v1/payments/{payment}/reversal", payment)
                .header(HttpHeaders.AUTHORIZATION, CALLERS.bearer(CLIENT, ADMIN, List.of("admin"), "payments:write"))
                .header("Idempotency-Key", payment + caseNumber)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"caseNumber\":\"" + caseNumber + "\"}")
                .exchange();
    }

    /** Somebody sends something as a code. */
    WebTestClient.ResponseSpec confirmAs(String user, String payment, String body) {
        return documented()
                .post()
                .uri("/v1/payments/{payment}/confirmation", payment)
                .header(HttpHeaders.AUTHORIZATION, CALLERS.bearer(CLIENT, user, "payments:write"))
                .header("Idempotency-Key", payment + user + body.hashCode())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    /** What the card network holds for a payment: the states of its authorizations. */
    List<String> atTheNetwork(String paymentId) {
        JsonNode items = WebTestClient.bindToServer()
                .baseUrl(SANDBOX.url())
                .responseTimeout(PATIENCE)
                .build()
                .get()
                .uri("/network/v1/authorizations?reference=" + paymentId)
                .header(HttpHeaders.AUTHORIZATION, "Bearer secret-of-the-network")
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("status").asText())
                .toList();
    }

    String metrics() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + managementPort)
                .responseTimeout(PATIENCE)
                .build()
                .get()
                .uri("/metrics")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private static SandboxServer startSandbox() {
        try {
            return SandboxServer.start(
                    "127.0.0.1", 0, Files.createTempDirectory("sandbox"), Optional.of("secret-of-the-network"));
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
    }
}

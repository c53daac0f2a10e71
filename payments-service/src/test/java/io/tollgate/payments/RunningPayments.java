package io.tollgate.payments;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.sandbox.SandboxServer;
import io.tollgate.testing.ApiContract;
import io.tollgate.testing.ServiceBus;
import io.tollgate.testing.TestCallers;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.http.HttpHeaders;
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
            "resilience4j.timelimiter.instances.card-network.timeout-duration=1s",
            // the troubles of one test are not the others'
            "resilience4j.circuitbreaker.instances.card-network.minimum-number-of-calls=1000",
            "resilience4j.circuitbreaker.instances.card-network.sliding-window-size=1000",
            "payments.intents.sweep=200ms",
            "payments.intents.first-retry=200ms",
            "payments.intents.last-retry=500ms",
            "payments.intents.doubt=2s"
        })
abstract class RunningPayments {
    static final String CLIENT = "cli_01kn44arm0fb393bnh657vqd48";
    static final String USER = "usr_01kpmz88c1ef1tnyr5f7dfw65v";

    private static final TestCallers CALLERS = TestCallers.of("payments");
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
        return http.mutate()
                .entityExchangeResultConsumer(ApiContract.of("payments").exchangeConsumer())
                .build()
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

    /** What the card network holds for a payment: the states of its authorizations. */
    List<String> atTheNetwork(String paymentId) {
        JsonNode items = WebTestClient.bindToServer()
                .baseUrl(SANDBOX.url())
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

package io.tollgate.workers;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tollgate.delivery.Outbox;
import io.tollgate.delivery.OutgoingMessage;
import io.tollgate.sandbox.SandboxOptions;
import io.tollgate.sandbox.SandboxServer;
import io.tollgate.testing.bus.ServiceBus;
import io.tollgate.testing.bus.TopicProbe;
import io.tollgate.values.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.reactive.function.client.WebClient;

/** Workers that ship, with a real carrier and a real bus, one for all tests that need them; each test has an order of its own. */
@ServiceBus(shared = true)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "TOLLGATE_WORKERS_FUNCTIONS=fulfillment;thirdparty;erasure",
            "TOLLGATE_WORKERS_DB_URL=r2dbc:h2:mem:///workers-shipments",
            "TOLLGATE_ERASURE_GRACE=0s",
            "spring.cloud.stream.servicebus.bindings.orders-queue-out.producer.entity-type=queue",
            "spring.cloud.stream.bindings.orders-queue-out.destination=orders-queue"
        })
abstract class RunningShipments {
    static final Duration SOON = Duration.ofSeconds(40);
    static final Duration A_WHILE = Duration.ofMillis(1500);
    static final String BOOKED = "workers.shipment-booked.v1";
    static final String CANCELED = "workers.shipment-canceled.v1";
    private static final SandboxServer SANDBOX = startSandbox();

    static TopicProbe facts;

    @Autowired
    private Ids ids;

    @Autowired
    private Outbox outbox;

    @Autowired
    DatabaseClient database;

    String order;
    String user;

    @DynamicPropertySource
    static void carrier(DynamicPropertyRegistry registry) {
        registry.add("TOLLGATE_CARRIER_URL", SANDBOX::url);
        registry.add("TOLLGATE_CARRIER_KEY", () -> "secret");
    }

    @BeforeAll
    static void others_are_there() {
        facts = TopicProbe.on("events-topic");
    }

    @AfterAll
    static void others_are_away() {
        facts.close();
    }

    @BeforeEach
    void an_order() {
        order = ids.next("ord");
        user = ids.next("usr");
    }

    void fulfill(String line1) {
        Map<String, Object> command = Map.of(
                "orderId",
                order,
                "version",
                5,
                "userId",
                user,
                "clientId",
                ids.next("cli"),
                "lines",
                List.of(Map.of("productId", ids.next("prd"), "name", "Cup", "quantity", 2)),
                "shippingAddress",
                Map.of("name", "Jo", "line1", line1, "city", "Gothenburg", "postalCode", "1", "country", "SE"),
                "requestedAt",
                "2026-05-04T12:00:00Z");
        outbox.add(List.of(OutgoingMessage.command("orders-queue", "orders.fulfill.v1", order, command)
                        .inSession("bucket-" + Math.floorMod(order.hashCode(), 16))))
                .block();
    }

    JsonNode fact(String type) {
        await().atMost(SOON).until(() -> said(type, order).isPresent());
        try {
            return new ObjectMapper().readTree(said(type, order).orElseThrow());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    Optional<String> said(String type, String about) {
        return database.sql("SELECT body FROM outbox WHERE type = :type AND body LIKE :order")
                .bind("type", type)
                .bind("order", "%" + about + "%")
                .mapValue(String.class)
                .one()
                .blockOptional();
    }

    long count(String sql) {
        return database.sql(sql).bind("key", order).mapValue(Long.class).one().block();
    }

    List<JsonNode> parcels() {
        String shipment = database.sql("SELECT shipment_id FROM fulfillment WHERE order_id = :key")
                .bind("key", order)
                .mapValue(String.class)
                .one()
                .block();
        JsonNode items = WebClient.create(SANDBOX.url())
                .get()
                .uri("/carrier/v1/shipments?reference={shipment}", shipment)
                .headers(headers -> headers.setBearerAuth("secret"))
                .retrieve()
                .bodyToMono(JsonNode.class)
                .block()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private static SandboxServer startSandbox() {
        try {
            SandboxOptions local = SandboxOptions.local(Files.createTempDirectory("sandbox"));
            return SandboxServer.start(local.guarded(Optional.empty(), Optional.of("secret")));
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
    }
}

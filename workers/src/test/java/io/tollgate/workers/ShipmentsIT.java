package io.tollgate.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.tollgate.delivery.Outbox;
import io.tollgate.delivery.OutgoingMessage;
import io.tollgate.sandbox.SandboxOptions;
import io.tollgate.sandbox.SandboxServer;
import io.tollgate.testing.bus.ServiceBus;
import io.tollgate.testing.bus.TopicProbe;
import io.tollgate.values.Ids;
import io.tollgate.workers.thirdparty.ThirdpartyProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.reactive.function.client.WebClient;

/** Paid orders become shipments at a real carrier, over a real bus. */
@ServiceBus
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "TOLLGATE_WORKERS_FUNCTIONS=fulfillment;thirdparty;erasure",
            "TOLLGATE_WORKERS_DB_URL=r2dbc:h2:mem:///workers-shipments",
            "TOLLGATE_ERASURE_GRACE=0s",
            "spring.cloud.stream.servicebus.bindings.orders-queue-out.producer.entity-type=queue",
            "spring.cloud.stream.bindings.orders-queue-out.destination=orders-queue"
        })
class ShipmentsIT {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Duration A_WHILE = Duration.ofMillis(1500);
    private static final String BOOKED = "workers.shipment-booked.v1";
    private static final String REFUSED = "workers.shipment-refused.v1";
    private static final String CANCEL_REFUSED = "workers.shipment-cancel-refused.v1";
    private static final String CANCELED = "workers.shipment-canceled.v1";
    private static final String ITS_INSTANCE_DIED =
            """
            UPDATE shipment SET state = 'BOOKING', parcel = :parcel, attempts = 1, claimed_until = opened_at,
                due_at = opened_at, taken_at = opened_at
            WHERE order_id = :key
            """;

    private static SandboxServer sandbox;
    private static TopicProbe facts;

    @Autowired
    private Ids ids;

    @Autowired
    private Outbox outbox;

    @Autowired
    private DatabaseClient database;

    private String order;
    private String user;

    @DynamicPropertySource
    static void carrier(DynamicPropertyRegistry registry) throws IOException {
        SandboxOptions local = SandboxOptions.local(Files.createTempDirectory("sandbox"));
        sandbox = SandboxServer.start(local.guarded(Optional.empty(), Optional.of("secret")));
        registry.add("TOLLGATE_CARRIER_URL", sandbox::url);
        registry.add("TOLLGATE_CARRIER_KEY", () -> "secret");
    }

    @BeforeAll
    static void others_are_there() {
        facts = TopicProbe.on("events-topic");
    }

    @AfterAll
    static void others_are_away() {
        facts.close();
        sandbox.close();
    }

    @BeforeEach
    void an_order() {
        order = ids.next("ord");
        user = ids.next("usr");
    }

    @Test
    void a_paid_order_has_one_shipment_however_often_it_is_told_and_its_address_is_forgotten() {
        fulfill("12 Harbor Street");
        fulfill("12 Harbor Street");

        JsonNode told = fact(BOOKED);

        await().pollDelay(A_WHILE).until(() -> true);
        assertThat(parcels()).singleElement().satisfies(parcel -> assertThat(parcel.path("trackingNumber"))
                .isEqualTo(told.path("trackingNumber")));
        assertThat(count("SELECT COUNT(*) FROM shipment WHERE order_id = :key")).isEqualTo(1);
        assertThat(count("SELECT COUNT(*) FROM shipment WHERE order_id = :key AND parcel IS NOT NULL"))
                .isZero();
    }

    @Test
    void what_the_carrier_refuses_is_told_with_its_reason() {
        fulfill("1 Refused Road");

        assertThat(fact(REFUSED).path("reason").asText()).isEqualTo("address-refused");
        assertThat(parcels()).isEmpty();
    }

    @Test
    void a_carrier_that_books_and_never_answers_is_asked() {
        fulfill("1 Hanging Way");

        fact(BOOKED);
        assertThat(parcels()).hasSize(1);
    }

    @Test
    void a_request_that_was_lost_is_sent_again_and_one_that_is_answered_twice_books_once() {
        fulfill("1 Lost Lane");
        fact(BOOKED);
        assertThat(parcels()).hasSize(1);

        an_order();
        fulfill("1 Twice Terrace");
        fact(BOOKED);
        assertThat(parcels()).hasSize(1);
    }

    @Test
    void an_order_that_was_canceled_before_is_never_shipped() {
        cancel();
        await().atMost(SOON).until(() -> count("SELECT COUNT(*) FROM fulfillment WHERE order_id = :key") == 1);

        fulfill("12 Harbor Street");

        await().pollDelay(A_WHILE).until(() -> true);
        assertThat(count("SELECT COUNT(*) FROM shipment WHERE order_id = :key")).isZero();
    }

    @Test
    void a_booked_order_that_is_canceled_is_taken_back() {
        fulfill("12 Harbor Street");
        fact(BOOKED);

        cancel();

        fact(CANCELED);
        assertThat(parcels())
                .extracting(parcel -> parcel.path("status").asText())
                .containsExactly("canceled");
    }

    @Test
    void a_parcel_that_left_though_its_order_is_canceled_is_told_with_its_tracking_number() {
        fulfill("1 Departed Drive");
        String tracking = fact(BOOKED).path("trackingNumber").asText();

        cancel();

        JsonNode told = fact(CANCEL_REFUSED);
        assertThat(told.path("reason").asText()).isEqualTo("already-departed");
        assertThat(told.path("trackingNumber").asText()).isEqualTo(tracking);
        assertThat(said(CANCELED, order)).isEmpty();
    }

    @Test
    void whoever_waits_for_the_goods_of_an_order_that_was_never_shipped_hears_that_none_left() {
        cancel(", \"shipmentOpen\": true");

        fact(CANCELED);
        fulfill("12 Harbor Street");
        await().pollDelay(A_WHILE).until(() -> true);
        assertThat(parcels()).isEmpty();
    }

    @Test
    void a_booking_whose_instance_died_is_taken_over_and_books_no_second_parcel() {
        fulfill("12 Harbor Street");
        fact(BOOKED);

        database.sql(ITS_INSTANCE_DIED)
                .bind("key", order)
                .bind("parcel", "{\"address\":{\"name\":\"Jo\",\"line1\":\"12 Harbor Street\"},\"lines\":[]}")
                .then()
                .block();

        await().atMost(SOON)
                .until(() -> count("SELECT COUNT(*) FROM shipment WHERE order_id = :key AND state = 'BOOKED'") == 1);
        assertThat(parcels()).hasSize(1);
    }

    @Test
    void an_erased_user_leaves_no_address_behind_and_a_receipt_says_so() {
        fulfill("12 Harbor Street");
        fact(BOOKED);
        assertThat(commandsWithAddress()).isPositive();

        facts.publish("users.user-erased.v1", user, "{\"userId\":\"%s\",\"version\":4}".formatted(user));

        await().atMost(SOON)
                .until(() -> said("workers.erasure-completed.v1", user).isPresent());
        assertThat(said("workers.erasure-completed.v1", user).orElseThrow()).contains("\"erasedVersion\":4");
        assertThat(commandsWithAddress()).isZero();
        assertThat(parcels()).hasSize(1);
    }

    @Test
    void a_command_of_an_erased_user_that_comes_late_ships_nothing_and_keeps_no_address() {
        facts.publish("users.user-erased.v1", user, "{\"userId\":\"%s\",\"version\":4}".formatted(user));
        await().atMost(SOON)
                .until(() -> said("workers.erasure-completed.v1", user).isPresent());

        fulfill("12 Harbor Street");

        await().atMost(SOON)
                .until(() -> count("SELECT COUNT(*) FROM fulfillment WHERE order_id = :key AND canceled = 1") == 1);
        fact(CANCELED);
        assertThat(commandsToShip()).isZero();
        assertThat(parcels()).isEmpty();
    }

    @Test
    void there_is_one_port_and_it_is_for_those_who_look_after_workers(
            @LocalServerPort int port, @LocalManagementPort int management) {
        assertThat(management).isEqualTo(port);
        assertThat(answer(port, "/readyz")).isEqualTo(200);
        assertThat(answer(port, "/v1/shipments")).isEqualTo(404);
    }

    @Test
    void all_calls_of_one_attempt_fit_into_the_lease(
            @Autowired RetryRegistry retries,
            @Autowired TimeLimiterRegistry timeLimiters,
            @Autowired ThirdpartyProperties properties) {
        int tries = retries.retry("carrier").getRetryConfig().getMaxAttempts();
        Duration oneTry =
                timeLimiters.timeLimiter("carrier").getTimeLimiterConfig().getTimeoutDuration();

        assertThat(tries).isEqualTo(2);
        assertThat(oneTry).isEqualTo(Duration.ofSeconds(2));
        // asked, then booked; a pause each
        assertThat(oneTry.multipliedBy(tries * 2L).plusSeconds(1)).isLessThan(properties.lease());
        assertThat(properties.doubt()).isGreaterThan(properties.lease());
    }

    private static int answer(int port, String path) {
        return WebClient.create("http://127.0.0.1:" + port)
                .get()
                .uri(path)
                .exchangeToMono(response ->
                        response.releaseBody().thenReturn(response.statusCode().value()))
                .block();
    }

    private void fulfill(String line1) {
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

    private void cancel() {
        cancel("");
    }

    private void cancel(String more) {
        facts.publish(
                "orders.order-canceled.v1",
                order,
                "{\"orderId\":\"%s\",\"userId\":\"%s\",\"version\":6,\"reason\":\"customer\"%s}"
                        .formatted(order, user, more));
    }

    private JsonNode fact(String type) {
        await().atMost(SOON).until(() -> body(type).isPresent());
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper()
                    .readTree(body(type).orElseThrow());
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private long commandsWithAddress() {
        return count(
                "SELECT COUNT(*) FROM outbox WHERE subject IN (SELECT shipment_id FROM shipment WHERE order_id = :key)"
                        + " AND body LIKE '%Harbor%'");
    }

    private long commandsToShip() {
        return database.sql("SELECT COUNT(*) FROM outbox WHERE type = 'workers.book-shipment.v1' AND body LIKE :user")
                .bind("user", "%" + user + "%")
                .mapValue(Long.class)
                .one()
                .block();
    }

    private Optional<String> body(String type) {
        return said(type, order);
    }

    private Optional<String> said(String type, String about) {
        return database.sql("SELECT body FROM outbox WHERE type = :type AND body LIKE :order")
                .bind("type", type)
                .bind("order", "%" + about + "%")
                .mapValue(String.class)
                .one()
                .blockOptional();
    }

    private long count(String sql) {
        return database.sql(sql).bind("key", order).mapValue(Long.class).one().block();
    }

    private List<JsonNode> parcels() {
        String shipment = database.sql("SELECT shipment_id FROM fulfillment WHERE order_id = :key")
                .bind("key", order)
                .mapValue(String.class)
                .one()
                .block();
        JsonNode items = WebClient.create(sandbox.url())
                .get()
                .uri("/carrier/v1/shipments?reference={shipment}", shipment)
                .headers(headers -> headers.setBearerAuth("secret"))
                .retrieve()
                .bodyToMono(JsonNode.class)
                .block()
                .path("items");
        return java.util.stream.StreamSupport.stream(items.spliterator(), false).toList();
    }
}

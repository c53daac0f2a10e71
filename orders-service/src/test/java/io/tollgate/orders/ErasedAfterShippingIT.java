package io.tollgate.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.values.Ids;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** A customer closes the account after the parcel has left and while money is on its way back. */
class ErasedAfterShippingIT extends RunningOrders {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final List<String> PERSONAL = List.of("Lovelace", "St James", "SW1Y", "tok_visa");
    private static final String TEXTS =
            """
            SELECT TABLE_NAME AS t, COLUMN_NAME AS c FROM INFORMATION_SCHEMA.COLUMNS
            WHERE TABLE_SCHEMA = 'PUBLIC' AND DATA_TYPE LIKE 'CHARACTER%'
            """;

    @Autowired
    private Ids ids;

    @Autowired
    private DatabaseClient database;

    private final Others others = new Others();
    private String reason;
    private String user;
    private Customer customer;
    private String order;

    @BeforeEach
    void an_order_is_shipped_and_a_refund_is_asked_for() {
        user = ids.next("usr");
        reason = "Ms Lovelace rang, case " + ids.next("req");
        customer = new Customer(as(ids.next("cli"), user));
        String cup = ids.next("prd");
        others.publish(cup, 1, 1250);
        order = customer.order(cup, ids.next("key"));
        others.reserve(order);
        others.authorize(order);
        customer.awaitStatus(order, "CONFIRMED");
        others.capture(order);
        customer.awaitTransition(order, "fulfillment-requested");
        others.book(order);
        customer.awaitStatus(order, "SHIPPED");
    }

    @AfterEach
    void closed() {
        others.close();
    }

    @Test
    void the_order_and_its_money_stay_and_go_on_and_nothing_personal_does() {
        String refund = refund();
        assertThat(personalIn("order_refund.reason", "customer_order.ship_name", "outbox.body"))
                .hasSize(3);

        erase();

        assertThat(personal())
                .as("what names the customer, wherever it is kept")
                .isEmpty();
        assertThat(status("customer_order", order)).isEqualTo("SHIPPED");
        assertThat(status("order_refund", refund)).isEqualTo("REQUESTED");

        others.say("payments.payment-refunded.v1", "pay_of_" + order, refunded(refund));

        await().atMost(SOON).until(() -> status("order_refund", refund).equals("PAID"));
        assertThat(number("SELECT refunded_amount AS n FROM customer_order WHERE id = :id", order))
                .isEqualTo(1250);
        assertThat(number("SELECT COUNT(*) AS n FROM parked_message WHERE subject LIKE :id", "%" + order))
                .isZero();
    }

    @Test
    void who_is_erased_once_more_gets_another_receipt_and_loses_nothing_more() {
        erase();
        erase();

        assertThat(receipts()).isEqualTo(2);
        assertThat(status("customer_order", order)).isEqualTo("SHIPPED");
    }

    private void erase() {
        long before = receipts();
        others.say("users.user-erased.v1", user, "{\"userId\":\"%s\",\"version\":%d}".formatted(user, 4 + before));
        await().atMost(SOON).until(() -> receipts() > before);
    }

    private long receipts() {
        return number(
                "SELECT COUNT(*) AS n FROM outbox WHERE type = 'orders.erasure-completed.v1' AND body LIKE :id",
                "%" + user + "%");
    }

    private String refund() {
        return asSupport(ids.next("cli"), ids.next("usr"))
                .post()
                .uri("/v1/orders/" + order + "/refunds")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", ids.next("key"))
                .bodyValue("{\"amount\":{\"amount\":1250,\"currency\":\"EUR\"},\"reason\":\"" + reason + "\"}")
                .exchange()
                .expectStatus()
                .is2xxSuccessful()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .path("id")
                .asText();
    }

    private String refunded(String refund) {
        return """
                {"paymentId":"pay_01kqsdr2h9f4trebbh5897rjad","orderId":"%s","version":5,"refundId":"%s",
                 "amount":{"amount":1250,"currency":"EUR"},"refundedAt":"2026-05-05T10:12:00Z"}
                """
                .formatted(order, refund);
    }

    /** Every text of every table. */
    private List<String> personal() {
        return database
                .sql(TEXTS)
                .map(row -> row.get("t", String.class) + "." + row.get("c", String.class))
                .all()
                .collectList()
                .block()
                .stream()
                .filter(column -> !personalIn(column).isEmpty())
                .toList();
    }

    private List<String> personalIn(String... columns) {
        return Stream.of(columns)
                .filter(column -> holds(column, reason) || PERSONAL.stream().anyMatch(word -> holdsOurs(column, word)))
                .toList();
    }

    private boolean holds(String column, String text) {
        return rows(column, text).hasElements().block();
    }

    /** Others order in the same tables, and live there, too. */
    private boolean holdsOurs(String column, String word) {
        return rows(column, word)
                .map(Object::toString)
                .any(row -> row.contains(order) || row.contains(user))
                .block();
    }

    private Flux<Map<String, Object>> rows(String column, String text) {
        String table = column.substring(0, column.indexOf('.'));
        return database.sql("SELECT * FROM " + table + " WHERE CAST(" + column + " AS VARCHAR) LIKE :text")
                .bind("text", "%" + text + "%")
                .fetch()
                .all();
    }

    private String status(String table, String id) {
        return database.sql("SELECT status AS s FROM " + table + " WHERE id = :id")
                .bind("id", id)
                .map(row -> row.get("s", String.class))
                .one()
                .block();
    }

    private long number(String sql, String id) {
        return database.sql(sql)
                .bind("id", id)
                .map(row -> row.get("n", Number.class).longValue())
                .one()
                .block();
    }
}

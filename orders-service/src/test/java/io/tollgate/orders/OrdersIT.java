package io.tollgate.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.values.Ids;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;

class OrdersIT extends RunningOrders {
    private static final String PLACED = "orders.order-placed.v1";
    private static final String CONFIRMED = "orders.order-confirmed.v1";
    private static final String CANCELED = "orders.order-canceled.v1";

    @Autowired
    private Ids ids;

    @Autowired
    private DatabaseClient database;

    private Others others;
    private Customer customer;
    private String order;

    @BeforeEach
    void a_customer_orders_what_products_published() {
        others = new Others();
        customer = new Customer(as(ids.next("cli"), ids.next("usr")));
        String cup = ids.next("prd");
        others.publish(cup, 1, 1250);
        order = customer.order(cup, ids.next("key"));
    }

    @AfterEach
    void closed() {
        others.close();
    }

    @Test
    void an_order_that_both_accept_is_confirmed_and_told() {
        others.reserve(order);
        others.authorize(order);
        customer.awaitStatus(order, "CONFIRMED");
        others.capture(order);
        customer.awaitTransition(order, "payment-captured");

        assertThat(others.facts(order, 2)).containsExactly(PLACED, CONFIRMED);
        assertThat(customer.timeline(order).findValuesAsText("transition"))
                .containsExactlyInAnyOrder(
                        "placed",
                        "stock-reserved",
                        "payment-authorized",
                        "confirmed",
                        "payment-captured",
                        "fulfillment-requested");
    }

    @Test
    void a_paid_order_is_shipped_when_the_carrier_took_it() {
        paid();
        assertThat(others.fulfillment(order).at("/shippingAddress/city").asText())
                .isEqualTo("London");

        others.book(order);

        customer.awaitStatus(order, "SHIPPED");
        assertThat(customer.order(order).at("/shipment/trackingNumber").asText())
                .isEqualTo("SP000000017GB");
        assertThat(others.allFacts(order, 2)).containsExactly(PLACED, CONFIRMED);
    }

    @Test
    void a_refused_shipment_cancels_and_a_booking_that_comes_later_changes_nothing() {
        paid();

        others.refuseShipment(order);
        customer.awaitStatus(order, "CANCELED");

        assertThat(customer.order(order).path("reason").asText()).isEqualTo("shipment-refused");
        assertThat(others.facts(order, 3)).containsExactly(PLACED, CONFIRMED, CANCELED);
    }

    private void paid() {
        others.reserve(order);
        others.authorize(order);
        customer.awaitStatus(order, "CONFIRMED");
        others.capture(order);
        customer.awaitTransition(order, "fulfillment-requested");
    }

    @Test
    void the_order_of_the_answers_does_not_matter() {
        others.authorize(order);
        customer.awaitTransition(order, "payment-authorized");
        others.reserve(order);

        customer.awaitStatus(order, "CONFIRMED");
        assertThat(others.facts(order, 2)).containsExactly(PLACED, CONFIRMED);
    }

    @Test
    void answers_that_meet_on_the_row_are_both_heard() {
        for (int i = 0; i < 10; i++) {
            String cup = ids.next("prd");
            others.publish(cup, 1, 1250);
            String next = customer.order(cup, ids.next("key"));
            others.reserve(next);
            others.authorize(next);
            customer.awaitStatus(next, "CONFIRMED");
        }
    }

    @Test
    void the_same_message_twice_and_the_same_answer_in_two_messages_count_once() {
        String message = others.reserve(order);
        others.repeat(message, order);
        others.reserve(order);
        others.authorize(order);
        customer.awaitStatus(order, "CONFIRMED");

        assertThat(customer.timeline(order).findValuesAsText("transition")).containsOnlyOnce("stock-reserved");
        assertThat(others.allFacts(order, 2)).containsExactly(PLACED, CONFIRMED);
    }

    @Test
    void a_declined_payment_cancels_and_a_late_yes_revives_nothing() {
        others.decline(order);
        customer.awaitStatus(order, "CANCELED");
        others.reserve(order);
        customer.awaitTransition(order, "stock-reserved");

        assertThat(customer.order(order).path("status").asText()).isEqualTo("CANCELED");
        assertThat(customer.order(order).path("reason").asText()).isEqualTo("payment-declined");
        assertThat(others.allFacts(order, 2)).containsExactly(PLACED, CANCELED);
    }

    @Test
    void a_malformed_message_is_dead_lettered_and_the_next_one_is_heard() {
        others.say("products.stock-reserved.v1", order, "{\"orderId\":null,\"version\":1}");
        assertThat(others.deadLetter().getDeadLetterReason()).isEqualTo("malformed");
        others.say("products.stock-reserved.v1", order, "{\"orderId\": [");
        assertThat(others.deadLetter().getDeadLetterReason()).isEqualTo("malformed");

        others.decline(order);
        customer.awaitStatus(order, "CANCELED");
    }

    @Test
    void an_order_that_nobody_answers_expires() {
        database.sql("UPDATE customer_order SET deadline = :past WHERE id = :id")
                .bind("past", LocalDateTime.parse("2026-01-01T00:00:00"))
                .bind("id", order)
                .then()
                .as(StepVerifier::create)
                .verifyComplete();

        customer.awaitStatus(order, "CANCELED");
        assertThat(customer.order(order).path("reason").asText()).isEqualTo("expired");
        assertThat(others.facts(order, 2)).containsExactly(PLACED, CANCELED);
    }

    @Test
    void the_timeline_names_the_trace_in_which_each_thing_happened() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        others.authorizeInTrace("00-" + trace + "-00f067aa0ba902b7-01", order);
        customer.awaitTransition(order, "payment-authorized");

        assertThat(customer.timeline(order).get(0).path("traceId").asText())
                .hasSize(32)
                .isNotEqualTo(trace);
        assertThat(customer.timeline(order).get(1).path("traceId").asText()).isEqualTo(trace);
    }

    @Test
    void a_newer_price_holds_and_an_older_one_that_comes_late_does_not() {
        String jug = ids.next("prd");
        others.publish(jug, 3, 1890);
        customer.order(jug, ids.next("key"));
        others.publish(jug, 2, 990);
        String marker = ids.next("prd");
        others.publish(marker, 1, 100);
        customer.order(marker, ids.next("key"));

        String late = customer.order(jug, ids.next("key"));
        assertThat(customer.order(late).at("/lines/0/unitPrice/amount").asLong())
                .isEqualTo(1890);
    }
}

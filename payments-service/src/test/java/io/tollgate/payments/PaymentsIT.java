package io.tollgate.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.payments.Orders.Fact;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaymentsIT extends PaymentsOfAnOrder {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void an_order_is_authorized_and_captured_once() {
        orders.place(order, "tok_visa");
        Fact authorized = orders.fact(order, "authorized");
        assertThat(payment(order).path("status").asText()).isEqualTo("AUTHORIZED");

        orders.confirm(order);
        orders.confirm(order);
        orders.fact(order, "captured");

        assertThat(payment(order).path("status").asText()).isEqualTo("CAPTURED");
        assertThat(atTheNetwork(authorized.paymentId())).containsExactly("captured");
        assertThat(orders.facts(order)).containsExactly("authorized", "captured");
    }

    @Test
    void a_decline_is_told_with_the_networks_reason() {
        orders.place(order, "tok_insufficient_funds");

        assertThat(orders.fact(order, "declined").reason()).isEqualTo("insufficient_funds");
        assertThat(payment(order).path("reason").asText()).isEqualTo("insufficient_funds");
    }

    @Test
    void charged_without_an_answer_is_resolved_by_asking_and_never_charged_twice() {
        orders.place(order, "tok_timeout_charged");

        Fact authorized = orders.fact(order, "authorized");

        assertThat(atTheNetwork(authorized.paymentId())).containsExactly("authorized");
        assertThat(metrics())
                .contains("tollgate_payments_intents_open", "tollgate_payments_intents_oldest_seconds")
                .containsPattern("tollgate_payments_intents_total\\{.*result=\"postponed\".*step=\"authorize\"");
    }

    @Test
    void late_answers_and_errors_that_pass_end_well() {
        String other = ids.next("ord");
        orders.place(order, "tok_slow");
        orders.place(other, "tok_error_once");

        assertThat(atTheNetwork(orders.fact(other, "authorized").paymentId())).containsExactly("authorized");
        assertThat(atTheNetwork(orders.fact(order, "authorized").paymentId())).containsExactly("authorized");
    }

    @Test
    void canceled_while_in_doubt_what_was_charged_is_voided() {
        orders.place(order, "tok_timeout_charged");
        // a busy machine may look when the doubt is over: what happens then is the same
        awaitStatus("AUTHORIZING", "AUTHORIZED");

        orders.cancel(order);

        Fact voided = orders.fact(order, "voided");
        assertThat(atTheNetwork(voided.paymentId())).containsExactly("voided");
        assertThat(orders.facts(order)).containsExactly("authorized", "voided");
    }

    @Test
    void canceled_while_in_doubt_and_not_charged_it_is_declined() {
        orders.place(order, "tok_timeout");
        awaitStatus("AUTHORIZING");

        orders.cancel(order);
        awaitStatus("CANCEL_REQUESTED");

        Fact declined = orders.fact(order, "declined");
        assertThat(declined.reason()).isEqualTo("order-ended");
        assertThat(atTheNetwork(declined.paymentId())).isEmpty();
    }

    @Test
    void what_the_customer_confirms_is_authorized() {
        orders.place(order, "tok_3ds");
        Fact required = orders.fact(order, "action-required");
        JsonNode waiting = payment(order);
        assertThat(waiting.path("nextAction").path("url").asText())
                .isEqualTo(required.data().path("actionUrl").asText());

        confirm(waiting.path("id").asText(), "123456");
        orders.fact(order, "authorized");
        orders.confirm(order);
        orders.fact(order, "captured");
        assertThat(atTheNetwork(required.paymentId())).containsExactly("captured");
        assertThat(count("SELECT COUNT(*) AS rows_found FROM payment_intent WHERE secret IS NOT NULL"))
                .isZero();
    }

    @Test
    void a_wrong_code_declines_and_so_does_the_end_of_the_time() {
        String other = ids.next("ord");
        orders.place(order, "tok_3ds");
        orders.place(other, "tok_3ds");
        confirm(orders.fact(order, "action-required").paymentId(), "000000");

        assertThat(orders.fact(order, "declined").reason()).isEqualTo("confirmation_failed");
        Fact expired = orders.fact(other, "declined");
        assertThat(expired.reason()).isEqualTo("action-expired");
        assertThat(atTheNetwork(expired.paymentId())).containsExactly("voided");
    }

    @Test
    void a_user_who_is_erased_leaves_no_token_and_gets_a_receipt_each_time() {
        long before = receipts();
        orders.place(order, "tok_timeout");
        awaitStatus("AUTHORIZING");
        orders.erase(RunningPayments.USER);
        orders.erase(RunningPayments.USER);

        assertThat(orders.fact(order, "declined").reason()).isEqualTo("user-erased");
        await().atMost(SOON).until(() -> receipts() == before + 2);
        assertThat(count("SELECT COUNT(*) AS rows_found FROM payment_intent WHERE secret IS NOT NULL"))
                .isZero();
    }

    @Test
    void an_order_of_an_erased_user_that_comes_late_and_cannot_be_handled_is_not_kept() {
        String gone = ids.next("usr");
        String longerThanItsColumn = order + "x".repeat(40);
        orders.erase(gone);
        await().atMost(SOON)
                .until(() ->
                        count("SELECT COUNT(*) AS rows_found FROM erased_message WHERE user_id = '" + gone + "'") == 1);

        orders.placeAs(gone, longerThanItsColumn, "tok_late");

        await().atMost(SOON).untilAsserted(() -> assertThat(metrics())
                .containsPattern("tollgate_inbox_messages_total\\{.*outcome=\"erased\""));
        assertThat(count("SELECT COUNT(*) AS rows_found FROM parked_message WHERE body LIKE '%tok_late%'"))
                .isZero();
    }

    @Test
    void an_order_that_was_decided_before_it_was_seen_is_declined_and_nothing_authorized() {
        String other = ids.next("ord");
        orders.cancel(order);
        orders.confirm(other);
        await().atMost(SOON).until(() -> tombstones(order, other) == 2);

        orders.place(order, "tok_visa");
        orders.place(other, "tok_visa");

        Fact declined = orders.fact(order, "declined");
        assertThat(declined.reason()).isEqualTo("order-ended");
        assertThat(atTheNetwork(declined.paymentId())).isEmpty();
        assertThat(orders.fact(other, "declined").reason()).isEqualTo("order-ended");
    }

    @Test
    void the_same_message_twice_and_the_same_order_in_two_messages_are_authorized_once() {
        String message = orders.place(order, "tok_visa");
        orders.placeAgain(message, order, "tok_visa");
        orders.place(order, "tok_visa");

        orders.fact(order, "authorized");
        assertThat(orders.facts(order)).containsExactly("authorized");
        assertThat(atTheNetwork(payment(order).path("id").asText())).containsExactly("authorized");
    }

    @Test
    void a_malformed_message_is_dead_lettered_and_the_next_one_is_handled() {
        orders.say("orders.order-placed.v1", order, "{\"orderId\":\"" + order + "\",\"total\":{\"amount\":0}}");
        assertThat(orders.deadLetterReason()).isEqualTo("malformed");

        orders.place(order, "tok_visa");
        orders.fact(order, "authorized");
    }

    @Test
    void what_the_network_answered_is_told_in_the_trace_of_the_order() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        orders.placeTraced("00-" + trace + "-00f067aa0ba902b7-01", order, "tok_visa");

        assertThat(orders.fact(order, "authorized").traceparent()).startsWith("00-" + trace + "-");
    }

    private void awaitStatus(String... statuses) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(payment(order).path("status").asText()).isIn((Object[]) statuses));
    }

    private long receipts() {
        return count("SELECT COUNT(*) AS rows_found FROM outbox WHERE type = 'payments.erasure-completed.v1'");
    }

    private long tombstones(String one, String other) {
        return count("SELECT COUNT(*) AS rows_found FROM payment WHERE status = 'UNSEEN' AND order_id IN ('" + one
                + "', '" + other + "')");
    }
}

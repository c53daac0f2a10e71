package io.tollgate.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tollgate.payments.Orders.Fact;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Money that goes back, and what stops it. */
class MoneyBackIT extends PaymentsOfAnOrder {
    @Test
    void a_canceled_order_gets_back_what_was_captured() {
        orders.place(order, "tok_visa");
        orders.fact(order, "authorized");
        orders.confirm(order);
        orders.fact(order, "captured");

        orders.cancel(order);
        orders.cancel(order);

        Fact refunded = orders.fact(order, "refunded");
        assertThat(atTheNetwork(refunded.paymentId())).containsExactly("refunded");
    }

    @Test
    void a_refused_capture_is_told_and_its_authorization_voided_with_the_order() {
        orders.place(order, "tok_capture_refused");
        orders.fact(order, "authorized");
        orders.confirm(order);
        assertThat(orders.fact(order, "capture-refused").reason()).isEqualTo("capture_refused");

        orders.cancel(order);

        assertThat(atTheNetwork(orders.fact(order, "voided").paymentId())).containsExactly("voided");
    }

    @Test
    void a_shipped_order_gets_back_parts_and_never_more_than_was_captured() {
        orders.place(order, "tok_visa");
        String payment = orders.fact(order, "authorized").paymentId();
        orders.confirm(order);
        orders.fact(order, "captured");
        String first = ids.next("ref");
        orders.refund(order, first, 1250);
        orders.refund(order, first, 1250);
        assertThat(orders.fact(order, "refunded").data().path("refundId").asText())
                .isEqualTo(first);
        orders.refund(order, ids.next("ref"), 3141);

        assertThat(orders.fact(order, "refund-refused").reason()).isEqualTo("exceeds-captured");
        assertThat(payment(order).path("status").asText()).isEqualTo("PARTIALLY_REFUNDED");
        assertThat(atTheNetwork(payment)).containsExactly("partially_refunded");
        assertThat(booked(payment, "card-network-receivable")).isEqualTo(3140);
        assertThat(booked(payment, "order-holds")).isZero();
    }

    @Test
    void what_the_network_will_not_give_back_an_administrator_ends_once_it_was_done_by_hand() {
        orders.place(order, "tok_refund_refused");
        String payment = orders.fact(order, "authorized").paymentId();
        reverseByHand(payment, "CASE-0").expectStatus().isEqualTo(409);
        orders.confirm(order);
        orders.fact(order, "captured");
        orders.cancel(order);
        awaitStatus("REVERSAL_REFUSED");

        reverseByHand(payment, "CASE-1").expectStatus().isOk();
        reverseByHand(payment, "CASE-2").expectStatus().isEqualTo(409);

        orders.fact(order, "refunded");
        assertThat(payment(order).path("status").asText()).isEqualTo("REFUNDED");
        assertThat(booked(payment, "card-network-receivable")).isZero();
        assertThat(count(
                        "SELECT COUNT(*) AS rows_found FROM payment_reversal WHERE case_number = 'CASE-1' AND actor = '"
                                + RunningPayments.ADMIN + "' AND payment_id = '" + payment + "'"))
                .isEqualTo(1);
    }

    @Test
    void a_user_who_is_erased_while_money_is_on_its_way_back_still_gets_it() {
        orders.place(order, "tok_visa");
        orders.fact(order, "authorized");
        orders.confirm(order);
        String payment = orders.fact(order, "captured").paymentId();

        long before = receipts();
        orders.refund(order, ids.next("ref"), 1250);
        orders.erase(RunningPayments.USER);

        orders.fact(order, "refunded");
        await().atMost(Duration.ofSeconds(20)).until(() -> receipts() == before + 1);
        assertThat(booked(payment, "card-network-receivable")).isEqualTo(3140);
        assertThat(count("SELECT COUNT(*) AS rows_found FROM payment_intent WHERE secret IS NOT NULL"))
                .isZero();
    }

    @Test
    void confirmed_and_canceled_at_once_it_ends_given_back() {
        orders.place(order, "tok_visa");
        Fact authorized = orders.fact(order, "authorized");

        orders.confirm(order);
        orders.cancel(order);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(payment(order).path("status").asText()).isIn("VOIDED", "REFUNDED"));
        assertThat(atTheNetwork(authorized.paymentId()))
                .containsExactly(payment(order).path("status").asText().toLowerCase());
    }

    private long booked(String payment, String account) {
        return count("SELECT SUM(amount) AS rows_found FROM ledger_entry WHERE reference = '" + payment
                + "' AND account = '" + account + "'");
    }

    private void awaitStatus(String status) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(payment(order).path("status").asText()).isEqualTo(status));
    }

    private long receipts() {
        return count("SELECT COUNT(*) AS rows_found FROM outbox WHERE type = 'payments.erasure-completed.v1'");
    }
}

package io.tollgate.payments;

import static org.awaitility.Awaitility.await;

import io.tollgate.payments.ledger.Ledger;
import io.tollgate.payments.ledger.Posting;
import io.tollgate.testing.LiveApi;
import io.tollgate.values.Ids;
import io.tollgate.values.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The running service against its OpenAPI document: what it allows, what it forbids, and who may. */
class PaymentsOpenApiIT extends RunningPayments {
    private static final String PAID = "pay_01kqsdr2h9f4trebbh5897rjad";
    private static final Instant FIRST = Instant.parse("2026-05-04T12:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private Ids ids;

    private Orders orders;
    private LiveApi api;
    private String waiting;

    @Autowired
    private Ledger ledger;

    /** The day of the examples can be compared. */
    @BeforeEach
    void openBooks() {
        Posting first = Posting.held(PAID + "-authorize", PAID, Money.of(4390, "EUR"), FIRST);
        if (Boolean.FALSE.equals(
                ledger.booked(List.of(first.operation())).hasElements().block())) {
            ledger.post(List.of(first)).block();
        }
    }

    @BeforeEach
    void openShop() {
        orders = new Orders();
        api = LiveApi.of("payments", port)
                .object("orderId", this::paidOrder)
                .object("paymentId", this::waitingPayment)
                .object("stuckPaymentId", this::stuckPayment)
                .object("name", () -> "revenue")
                .object("date", this::askedDay);
    }

    @AfterEach
    void close() {
        orders.close();
    }

    private String paidOrder() {
        String order = ids.next("ord");
        orders.place(order, "tok_visa");
        orders.fact(order, "authorized");
        return order;
    }

    /** One for all requests of a test: whether it still waits is not about who asks. */
    private String waitingPayment() {
        if (waiting == null) {
            String order = ids.next("ord");
            orders.place(order, "tok_3ds");
            waiting = orders.fact(order, "action-required").paymentId();
        }
        return waiting;
    }

    /** The network captured it and gives nothing back. */
    private String stuckPayment() {
        String order = ids.next("ord");
        orders.place(order, "tok_refund_refused");
        String payment = orders.fact(order, "authorized").paymentId();
        orders.confirm(order);
        orders.fact(order, "captured");
        orders.cancel(order);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> payment(order).path("status").asText().equals("REVERSAL_REFUSED"));
        return payment;
    }

    private String askedDay() {
        String day = "2026-05-04";
        askForReconciliation(LocalDate.parse(day), "of-" + day);
        return day;
    }

    @Test
    void no_request_breaks_the_service_or_its_document(TestReporter reporter) {
        api.fuzz(reporter);
    }

    @Test
    void everybody_may_what_the_document_says(TestReporter reporter) {
        api.roles(reporter);
    }

    @Test
    void every_example_is_answered_as_documented(TestReporter reporter) {
        api.examples(reporter);
    }
}

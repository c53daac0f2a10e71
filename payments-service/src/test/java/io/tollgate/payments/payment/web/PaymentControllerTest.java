package io.tollgate.payments.payment.web;

import static io.tollgate.payments.payment.PaymentFixtures.CONFIRM_IN_TIME;
import static io.tollgate.payments.payment.PaymentFixtures.DONE;
import static io.tollgate.payments.payment.PaymentFixtures.ORDER;
import static io.tollgate.payments.payment.PaymentFixtures.OTHER_REFUND;
import static io.tollgate.payments.payment.PaymentFixtures.PAYMENT;
import static io.tollgate.payments.payment.PaymentFixtures.TERMS;
import static io.tollgate.payments.payment.PaymentFixtures.aCapturedPayment;
import static io.tollgate.payments.payment.PaymentFixtures.aConfirmingPayment;
import static io.tollgate.payments.payment.PaymentFixtures.aDeclinedPayment;
import static io.tollgate.payments.payment.PaymentFixtures.aPaymentAwaitingItsCustomer;
import static io.tollgate.payments.payment.PaymentFixtures.aRefundRequested;
import static io.tollgate.payments.payment.PaymentFixtures.aTombstone;
import static io.tollgate.payments.payment.PaymentFixtures.anAuthorizingPayment;
import static io.tollgate.payments.payment.PaymentFixtures.answered;
import static io.tollgate.payments.payment.PaymentFixtures.canceled;

import io.tollgate.payments.payment.Change;
import io.tollgate.payments.payment.FakePayments;
import io.tollgate.payments.payment.FindPayment;
import io.tollgate.payments.payment.OrderDecision;
import io.tollgate.testing.ApiContract;
import io.tollgate.testing.TestCallers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.autoconfigure.web.reactive.WebFluxTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;

@WebFluxTest
@ContextConfiguration(classes = PaymentControllerTest.Web.class)
class PaymentControllerTest {
    private static final TestCallers CALLERS = TestCallers.of("payments");
    private static final String OTHER_USER = "usr_01kpmz88c1ef1tnyr5f7dfw65w";
    private static final ApiContract API = ApiContract.of("payments");

    @EnableAutoConfiguration
    @Import({PaymentController.class, PaymentProblems.class, FindPayment.class})
    static class Web {
        @Bean
        FakePayments payments() {
            return new FakePayments();
        }
    }

    @Autowired
    WebTestClient http;

    @Autowired
    FakePayments payments;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry registry) {
        registry.add("tollgate.http.caller-jwks", TestCallers::jwks);
    }

    @BeforeEach
    void afresh() {
        payments.clear();
        http = http.mutate()
                .entityExchangeResultConsumer(API.exchangeConsumer())
                .build();
    }

    @Test
    void the_document_is_sound() {
        API.assertSound();
    }

    @Test
    void the_owner_reads_the_payment_of_an_order() {
        payments.with(aCapturedPayment());

        asOwner()
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"v4\"")
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-store")
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("CAPTURED")
                .jsonPath("$.orderId")
                .isEqualTo(ORDER.value())
                .jsonPath("$.amount.amount")
                .isEqualTo(4390)
                .jsonPath("$.reason")
                .doesNotExist();
    }

    @Test
    void a_payment_that_did_not_change_is_not_sent_again() {
        payments.with(aCapturedPayment());

        asOwner()
                .header(HttpHeaders.IF_NONE_MATCH, "\"v4\"")
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectBody()
                .isEmpty();
    }

    @Test
    void a_cancellation_in_doubt_is_shown_as_one() {
        payments.with(canceled(anAuthorizingPayment()));

        asOwner()
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("CANCEL_REQUESTED");
    }

    @Test
    void a_decline_says_why() {
        payments.with(aDeclinedPayment());

        asOwner()
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.reason")
                .isEqualTo("card_declined");
    }

    @Test
    void somebody_elses_payment_does_not_exist_nor_does_one_of_another_application() {
        payments.with(aCapturedPayment());

        assertNotFound(as("cli_01kn44arm0fb393bnh657vqd48", "usr_01kpmz88c1ef1tnyr5f7dfw65w", "payments:read"));
        assertNotFound(as("cli_01kn44arm0fb393bnh657vqd49", TERMS.userId(), "payments:read"));
    }

    @Test
    void an_order_that_was_not_seen_being_placed_has_no_payment() {
        assertNotFound(asOwner());
        payments.with(aTombstone(OrderDecision.CANCELED));
        assertNotFound(asOwner());
    }

    @Test
    void a_caller_needs_the_scope_and_a_user() {
        payments.with(aCapturedPayment());

        assertRefused(as(TERMS.clientId(), TERMS.userId(), "orders:read"), 403, "missing-scope");
        assertRefused(as(TERMS.clientId(), null, "payments:read"), 401, "user-required");
        assertRefused(http.get().uri("/v1/orders/{id}/payment", ORDER.value()), 401, "caller-token-required");
    }

    @Test
    void a_payment_is_read_by_its_own_name_too() {
        payments.with(aCapturedPayment());

        get("/v1/payments/" + PAYMENT, TERMS.userId(), List.of())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(PAYMENT.value());
        assertNotFound(get("/v1/payments/" + PAYMENT, OTHER_USER, List.of("customer")));
        assertNotFound(get("/v1/payments/" + PAYMENT + "/refunds", OTHER_USER, List.of("customer")));
        assertNotFound(get("/v1/payments/pay_unknown", TERMS.userId(), List.of()));
    }

    @Test
    void support_sees_everybodys() {
        payments.with(aCapturedPayment());

        for (String role : List.of("support", "admin")) {
            for (String path : List.of("/v1/payments/" + PAYMENT, "/v1/payments/" + PAYMENT + "/refunds")) {
                get(path, OTHER_USER, List.of(role)).exchange().expectStatus().isOk();
            }
        }
    }

    @Test
    void what_the_customer_has_to_do_is_shown_until_it_is_done() {
        payments.with(aPaymentAwaitingItsCustomer());

        asOwner()
                .exchange()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("ACTION_REQUIRED")
                .jsonPath("$.nextAction.type")
                .isEqualTo("redirect")
                .jsonPath("$.nextAction.url")
                .isEqualTo(CONFIRM_IN_TIME.url())
                .jsonPath("$.nextAction.expiresAt")
                .isEqualTo(CONFIRM_IN_TIME.expiresAt().toString());
        payments.clear();
        payments.with(aConfirmingPayment());
        asOwner().exchange().expectBody().jsonPath("$.nextAction").doesNotExist();
    }

    @Test
    void refunds_are_shown_with_what_became_of_them() {
        Change given = answered(aRefundRequested(1250), DONE);
        payments.with(given.payment()).with(given.refund().orElseThrow());
        Change refused = aRefundRequested(given.payment(), OTHER_REFUND, 4390);
        payments.with(refused.refund().orElseThrow());

        asOwner()
                .exchange()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("PARTIALLY_REFUNDED")
                .jsonPath("$.refunded.amount")
                .isEqualTo(1250);
        get("/v1/payments/" + PAYMENT + "/refunds", TERMS.userId(), List.of())
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].status")
                .isEqualTo("REFUNDED")
                .jsonPath("$.items[1].reason")
                .isEqualTo("exceeds-captured");
    }

    private RequestHeadersSpec<?> get(String path, String user, List<String> roles) {
        return http.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, CALLERS.bearer(TERMS.clientId(), user, roles, "payments:read"));
    }

    private RequestHeadersSpec<?> asOwner() {
        return as(TERMS.clientId(), TERMS.userId(), "payments:read");
    }

    private RequestHeadersSpec<?> as(String clientId, String userId, String scope) {
        return http.get()
                .uri("/v1/orders/{id}/payment", ORDER.value())
                .header(HttpHeaders.AUTHORIZATION, CALLERS.bearer(clientId, userId, scope));
    }

    private static void assertNotFound(RequestHeadersSpec<?> request) {
        assertRefused(request, 404, "not-found");
    }

    private static void assertRefused(RequestHeadersSpec<?> request, int status, String type) {
        request.exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://tollgate.io/problems/" + type);
    }
}

package io.tollgate.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.ProblemRows;
import io.tollgate.values.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class ConfirmationIT extends RunningPayments {
    private static final String SOMEBODY_ELSE = "usr_01kpmz88c1ef1tnyr5f7dfw65w";
    private static final String CODE = "{\"code\":\"123456\"}";

    @Autowired
    private Ids ids;

    private Orders orders;
    private String payment;

    @BeforeEach
    void a_payment_that_awaits_its_customer() {
        orders = new Orders();
        String order = ids.next("ord");
        orders.place(order, "tok_3ds");
        payment = orders.fact(order, "action-required").paymentId();
    }

    @AfterEach
    void stop() {
        orders.close();
    }

    @Test
    void only_its_owner_may_confirm_a_payment() {
        refused(confirmAs(SOMEBODY_ELSE, payment, CODE), 404, "not-found");

        confirmAs(USER, payment, CODE).expectStatus().isAccepted();
    }

    @Test
    void what_is_no_code_is_refused_with_its_place() {
        for (String body :
                new String[] {"{}", "{\"code\":\"12345\"}", "{\"code\":\"12345a\"}", "{\"code\":\"1234567\"}"}) {
            refused(confirmAs(USER, payment, body), 400, "validation-failed");
        }
    }

    @Test
    void a_payment_is_confirmed_once_and_a_repetition_gets_the_first_answer() {
        byte[] first =
                confirmAs(USER, payment, CODE).expectBody().returnResult().getResponseBody();
        byte[] again = confirmAs(USER, payment, CODE)
                .expectHeader()
                .valueEquals("Idempotency-Replayed", "true")
                .expectBody()
                .returnResult()
                .getResponseBody();

        assertThat(again).isEqualTo(first);
        refused(confirmAs(USER, payment, "{\"code\":\"654321\"}"), 409, "no-action-awaited");
    }

    @Test
    void the_refusal_is_documented() {
        ProblemRows.assertDocumented("no-action-awaited", 409, "The payment awaits no confirmation");
    }

    private static void refused(ResponseSpec answer, int status, String type) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://tollgate.io/problems/" + type);
    }
}

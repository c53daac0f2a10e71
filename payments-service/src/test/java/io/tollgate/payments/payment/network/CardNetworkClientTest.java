package io.tollgate.payments.payment.network;

import static io.tollgate.payments.payment.PaymentFixtures.DONE;
import static io.tollgate.payments.payment.PaymentFixtures.NEVER_SEEN;
import static io.tollgate.payments.payment.PaymentFixtures.NOON;
import static io.tollgate.payments.payment.PaymentFixtures.PAYMENT;
import static io.tollgate.payments.payment.PaymentFixtures.REFUND;
import static io.tollgate.payments.payment.PaymentFixtures.TERMS;
import static io.tollgate.payments.payment.PaymentFixtures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.payments.payment.Action;
import io.tollgate.payments.payment.Intent;
import io.tollgate.payments.payment.IntentKey;
import io.tollgate.payments.payment.NetworkAnswer;
import io.tollgate.payments.payment.Secret;
import io.tollgate.payments.payment.Step;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;

/** What is sent, and what the answers mean. */
class CardNetworkClientTest extends NetworkTest {
    @Test
    void an_authorization_is_asked_for_under_its_key_with_our_credentials() {
        NETWORK.answers(201, "{\"id\":\"auth_1\",\"status\":\"authorized\",\"new\":true}");

        network.take(authorize()).as(StepVerifier::create).expectNext(DONE).verifyComplete();

        assertThat(NETWORK.requests())
                .containsExactly(new ScriptedNetwork.Request(
                        "POST /network/v1/authorizations",
                        PAYMENT + "-authorize",
                        "Bearer secret",
                        "{\"token\":\"tok_visa\",\"amount\":4390,\"currency\":\"EUR\",\"reference\":\"" + PAYMENT
                                + "\"}"));
    }

    @ParameterizedTest
    @CsvSource({"CAPTURE,captures,captured", "VOID,voids,voided", "REFUND,refunds,refunded"})
    void every_other_step_refers_to_the_authorization(Step step, String path, String status) {
        NETWORK.answers(201, "{\"id\":\"auth_1\",\"status\":\"" + status + "\"}");

        network.take(of(step)).as(StepVerifier::create).expectNext(DONE).verifyComplete();

        assertThat(NETWORK.requests())
                .extracting(ScriptedNetwork.Request::line)
                .containsExactly("POST /network/v1/authorizations/auth_1/" + path);
    }

    @Test
    void a_refusal_is_an_answer_and_not_a_failure() {
        NETWORK.answers(402, "{\"code\":\"insufficient_funds\"}").answers(409, "{\"code\":\"already_voided\"}");

        network.take(authorize())
                .as(StepVerifier::create)
                .expectNext(refused("insufficient_funds"))
                .verifyComplete();
        network.take(of(Step.CAPTURE))
                .as(StepVerifier::create)
                .expectNext(refused("already_voided"))
                .verifyComplete();
        assertThat(breakers.circuitBreaker("card-network").getMetrics().getNumberOfFailedCalls())
                .isZero();
    }

    @Test
    void what_is_done_already_is_done() {
        NETWORK.answers(409, "{\"code\":\"already_voided\"}");

        network.take(of(Step.VOID)).as(StepVerifier::create).expectNext(DONE).verifyComplete();
    }

    @Test
    void a_code_without_form_is_told_without_its_words() {
        NETWORK.answers(402, "{\"code\":\"Card 4111 was Refused!\"}");

        network.take(authorize())
                .as(StepVerifier::create)
                .expectNext(refused("refused"))
                .verifyComplete();
    }

    @Test
    void asking_tells_what_became_of_a_step() {
        NETWORK.answers(200, "{\"operation\":\"authorize\",\"status\":\"authorized\",\"authorizationId\":\"auth_1\"}")
                .answers(200, "{\"operation\":\"authorize\",\"status\":\"declined\",\"code\":\"card_declined\"}")
                .answers(404, "{\"code\":\"unknown_key\"}");

        network.ask(authorize()).as(StepVerifier::create).expectNext(DONE).verifyComplete();
        network.ask(authorize())
                .as(StepVerifier::create)
                .expectNext(refused("card_declined"))
                .verifyComplete();
        network.ask(authorize()).as(StepVerifier::create).expectNext(NEVER_SEEN).verifyComplete();

        assertThat(NETWORK.requests())
                .extracting(ScriptedNetwork.Request::line)
                .containsOnly("GET /network/v1/operations/" + PAYMENT + "-authorize");
    }

    @Test
    void a_confirmation_sends_the_code_and_a_refund_its_part() {
        NETWORK.answers(201, "{\"id\":\"auth_1\",\"status\":\"authorized\"}")
                .answers(201, "{\"id\":\"auth_1\",\"status\":\"refunded\"}");

        network.take(intent(Step.CONFIRM, Optional.of(new Secret("123456")), Optional.of("auth_1")))
                .as(StepVerifier::create)
                .expectNext(DONE)
                .verifyComplete();
        network.take(of(Step.REFUND)).as(StepVerifier::create).expectNext(DONE).verifyComplete();

        assertThat(NETWORK.requests())
                .extracting(ScriptedNetwork.Request::body)
                .containsExactly("{\"code\":\"123456\"}", "{\"amount\":4390,\"currency\":\"EUR\"}");
    }

    @Test
    void what_has_to_be_confirmed_is_said_with_its_address_and_end() {
        NETWORK.answers(
                        202,
                        "{\"id\":\"auth_1\",\"status\":\"action_required\",\"actionUrl\":\"https://cards.example/1\"}")
                .answers(
                        200,
                        "{\"operation\":\"authorize\",\"status\":\"action_required\",\"authorizationId\":\"auth_1\","
                                + "\"actionUrl\":\"https://cards.example/1\"}");
        NetworkAnswer required =
                new NetworkAnswer.ActionRequired("auth_1", new Action("https://cards.example/1", NOON.plusSeconds(90)));

        network.take(authorize()).as(StepVerifier::create).expectNext(required).verifyComplete();
        network.ask(authorize()).as(StepVerifier::create).expectNext(required).verifyComplete();
    }

    @Test
    void one_refund_of_several_is_not_done_because_all_is_given_back() {
        NETWORK.answers(409, "{\"code\":\"already_refunded\"}").answers(409, "{\"code\":\"already_refunded\"}");
        Intent part = new Intent(
                new IntentKey(PAYMENT, Step.REFUND, Optional.of(REFUND)),
                TERMS.amount(),
                Optional.empty(),
                Optional.of("auth_1"),
                1,
                NOON,
                false,
                Optional.empty());

        network.take(part)
                .as(StepVerifier::create)
                .expectNext(refused("already_refunded"))
                .verifyComplete();
        network.take(of(Step.REFUND)).as(StepVerifier::create).expectNext(DONE).verifyComplete();
    }
}

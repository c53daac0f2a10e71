package io.tollgate.payments.payment.network;

import static io.tollgate.payments.payment.PaymentFixtures.DONE;
import static io.tollgate.payments.payment.PaymentFixtures.NEVER_SEEN;
import static io.tollgate.payments.payment.PaymentFixtures.NOON;
import static io.tollgate.payments.payment.PaymentFixtures.PAYMENT;
import static io.tollgate.payments.payment.PaymentFixtures.TERMS;
import static io.tollgate.payments.payment.PaymentFixtures.VISA;
import static io.tollgate.payments.payment.PaymentFixtures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.springboot3.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration;
import io.github.resilience4j.springboot3.retry.autoconfigure.RetryAutoConfiguration;
import io.github.resilience4j.springboot3.timelimiter.autoconfigure.TimeLimiterAutoConfiguration;
import io.tollgate.payments.payment.CardNetwork;
import io.tollgate.payments.payment.Intent;
import io.tollgate.payments.payment.IntentKey;
import io.tollgate.payments.payment.NetworkFailure;
import io.tollgate.payments.payment.PaymentToken;
import io.tollgate.payments.payment.Step;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.client.reactive.ClientHttpConnectorAutoConfiguration;
import org.springframework.boot.autoconfigure.web.reactive.function.client.WebClientAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** With the settings of application.yml, but less patience. */
@SpringBootTest(
        classes = CardNetworkClientTest.Network.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "resilience4j.timelimiter.instances.card-network.timeout-duration=1s",
            "payments.network.api-key=secret",
            "spring.main.banner-mode=off"
        })
class CardNetworkClientTest {
    static final ScriptedNetwork NETWORK = start();

    @ComponentScan
    @ConfigurationPropertiesScan
    @ImportAutoConfiguration({
        ClientHttpConnectorAutoConfiguration.class,
        WebClientAutoConfiguration.class,
        CircuitBreakerAutoConfiguration.class,
        RetryAutoConfiguration.class,
        TimeLimiterAutoConfiguration.class
    })
    static class Network {}

    @Autowired
    CardNetwork network;

    @Autowired
    CircuitBreakerRegistry breakers;

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry registry) {
        registry.add("payments.network.url", NETWORK::url);
    }

    @BeforeEach
    void afresh() {
        // the first call of a JVM loads classes for longer than the test is patient
        while (NETWORK.isUntouched()) {
            network.ask(authorize()).onErrorComplete().block();
        }
        NETWORK.clear();
        breakers.circuitBreaker("card-network").reset();
    }

    @AfterAll
    static void stop() {
        NETWORK.close();
    }

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
    void what_broke_quickly_is_tried_once_more() {
        NETWORK.answers(500, "{}").answers(201, "{\"id\":\"auth_1\",\"status\":\"authorized\"}");

        network.take(authorize()).as(StepVerifier::create).expectNext(DONE).verifyComplete();

        assertThat(NETWORK.requests())
                .hasSize(2)
                .extracting(ScriptedNetwork.Request::key)
                .containsOnly(PAYMENT + "-authorize");
    }

    @Test
    void a_network_that_keeps_silent_leaves_it_in_doubt_and_is_not_asked_to_charge_again() {
        NETWORK.keepsSilent();

        assertInDoubt(network.take(authorize()), "did not answer in time");
        assertThat(NETWORK.requests()).hasSize(1);
        assertThat(breakers.circuitBreaker("card-network").getMetrics().getNumberOfFailedCalls())
                .isOne();
    }

    @Test
    void errors_hang_ups_and_cut_bodies_leave_it_in_doubt() {
        NETWORK.answers(503, "{}").answers(500, "{}");
        assertInDoubt(network.take(authorize()), "answered 500");
        NETWORK.hangsUp().hangsUp();
        assertInDoubt(network.take(authorize()), "cannot be heard");
        NETWORK.cutsShort(201, "{\"id\":\"auth_1\",").cutsShort(201, "{\"id\":\"auth_1\",");
        assertInDoubt(network.take(authorize()), "cannot be heard");
        assertThat(NETWORK.requests()).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "201|{\"id\":",
                "201|{\"id\":\"auth_1\",\"status\":\"pending\"}",
                "201|{\"status\":\"authorized\"}",
                "201|''",
                "402|{}",
                "402|<html>",
                "400|{\"code\":\"malformed_request\"}",
                "401|{\"code\":\"api_key_required\"}",
                "404|{\"code\":\"unknown_authorization\"}",
                "422|{\"code\":\"idempotency_key_reused\"}",
                "302|{}"
            })
    void anything_that_is_not_clear_leaves_it_in_doubt(int status, String body) {
        NETWORK.answers(status, body);

        assertInDoubt(network.take(authorize()), "the card network");
        assertThat(NETWORK.requests()).hasSize(1);
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
    void a_404_that_is_not_the_networks_own_word_is_not_taken_for_it() {
        NETWORK.answers(404, "<html>no such page</html>").answers(404, "{\"code\":\"no_such_operation\"}");

        assertInDoubt(network.ask(authorize()), "the card network");
        assertInDoubt(network.ask(authorize()), "without saying that the key is unknown");
    }

    @Test
    void a_network_that_fails_is_left_alone_for_a_while() {
        for (int call = 0; call < 10; call++) {
            NETWORK.answers(500, "{}");
        }
        for (int call = 0; call < 5; call++) {
            assertInDoubt(network.take(authorize()), "answered 500");
        }

        assertInDoubt(network.take(authorize()), "CallNotPermitted");
        assertThat(NETWORK.requests()).hasSize(10);
    }

    @Test
    void no_failure_and_no_setting_tells_a_secret() {
        NETWORK.answers(402, "{\"code\": tok_visa }");

        network.take(authorize()).as(StepVerifier::create).verifyErrorSatisfies(failure -> assertThat(
                        failure.getMessage())
                .doesNotContain("tok_visa")
                .doesNotContain("secret"));
        assertThat(authorize().toString()).doesNotContain("tok_visa");
        assertThat(AuthorizationRequest.of(authorize()).toString()).doesNotContain("tok_visa");
        assertThat(new CardNetworkProperties("http://network", "secret").toString())
                .doesNotContain("secret");
    }

    private static void assertInDoubt(Mono<?> call, String why) {
        call.as(StepVerifier::create)
                .verifyErrorSatisfies(failure ->
                        assertThat(failure).isInstanceOf(NetworkFailure.class).hasMessageContaining(why));
    }

    private static Intent authorize() {
        return intent(Step.AUTHORIZE, Optional.of(VISA), Optional.empty());
    }

    private static Intent of(Step step) {
        return intent(step, Optional.empty(), Optional.of("auth_1"));
    }

    private static Intent intent(Step step, Optional<PaymentToken> token, Optional<String> authorization) {
        return new Intent(
                new IntentKey(PAYMENT, step), TERMS.amount(), token, authorization, 1, NOON, false, Optional.empty());
    }

    private static ScriptedNetwork start() {
        try {
            return new ScriptedNetwork();
        } catch (IOException noPort) {
            throw new IllegalStateException(noPort);
        }
    }
}

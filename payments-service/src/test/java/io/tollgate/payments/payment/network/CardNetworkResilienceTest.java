package io.tollgate.payments.payment.network;

import static io.tollgate.payments.payment.PaymentFixtures.DONE;
import static io.tollgate.payments.payment.PaymentFixtures.PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.payments.payment.NetworkFailure;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** When it is tried again, and when it is left alone. */
class CardNetworkResilienceTest extends NetworkTest {
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
    void a_network_that_fails_is_left_alone_for_a_while() {
        for (int call = 0; call < 10; call++) {
            NETWORK.answers(500, "{}");
        }
        for (int call = 0; call < 5; call++) {
            assertInDoubt(network.take(authorize()), "answered 500");
        }

        network.take(authorize()).as(StepVerifier::create).verifyErrorSatisfies(failure -> assertThat(
                        ((NetworkFailure) failure).wasAsked())
                .isFalse());
        assertThat(NETWORK.requests()).hasSize(10);
    }
}

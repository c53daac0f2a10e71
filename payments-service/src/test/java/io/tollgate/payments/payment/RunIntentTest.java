package io.tollgate.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.payments.payment.FakeNetwork.Trouble;
import io.tollgate.payments.payment.PaymentFact.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class RunIntentTest {
    private final PaymentWorld world = new PaymentWorld();

    @Test
    void an_order_is_authorized_captured_and_nothing_rests() {
        world.placed().swept().confirmed().swept();

        assertThat(world.payment().status()).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(world.facts()).containsExactly(Kind.AUTHORIZED, Kind.CAPTURED);
        assertThat(world.network.calls()).containsExactly("take AUTHORIZE", "take CAPTURE");
        assertThat(world.intents.isAtRest()).isTrue();
    }

    @Test
    void a_decline_ends_it() {
        world.network.refusing("card_declined");

        world.placed().swept();

        assertThat(world.payment().status()).isEqualTo(PaymentStatus.DECLINED);
        assertThat(world.facts()).containsExactly(Kind.DECLINED);
        assertThat(world.intents.isAtRest()).isTrue();
    }

    @Test
    void charged_but_unanswered_is_found_by_asking_and_never_charged_again() {
        world.network.troubledBy(Trouble.ANSWER_LOST);

        world.placed().swept();
        assertThat(world.payment().status()).isEqualTo(PaymentStatus.AUTHORIZING);
        world.after(Duration.ofSeconds(1)).swept();

        assertThat(world.payment().status()).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(world.network.calls()).containsExactly("take AUTHORIZE", "ask AUTHORIZE");
    }

    @Test
    void what_never_arrived_is_asked_for_and_then_taken_again() {
        world.network.troubledBy(Trouble.LOST);
        world.placed().swept();
        world.network.troubledBy(Trouble.NONE);

        world.after(Duration.ofSeconds(1)).swept();

        assertThat(world.payment().status()).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(world.network.calls()).containsExactly("take AUTHORIZE", "ask AUTHORIZE", "take AUTHORIZE");
    }

    @Test
    void a_process_that_died_with_its_claim_is_followed_by_one_that_asks() {
        world.placed();
        world.intents
                .claim(IntentKey.of(world.payment().id(), Step.AUTHORIZE), PaymentWorld.PROPERTIES.claim())
                .block();

        assertThat(world.swept().payment().status()).isEqualTo(PaymentStatus.AUTHORIZING);
        world.after(PaymentWorld.PROPERTIES.claim()).swept();

        assertThat(world.payment().status()).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(world.network.calls()).containsExactly("ask AUTHORIZE", "take AUTHORIZE");
    }

    @Test
    void attempts_come_more_and_more_rarely() {
        assertThat(PaymentWorld.PROPERTIES.pauseAfter(1, 1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(PaymentWorld.PROPERTIES.pauseAfter(4, 1)).isEqualTo(Duration.ofSeconds(8));
        assertThat(PaymentWorld.PROPERTIES.pauseAfter(4, 0)).isEqualTo(Duration.ofSeconds(4));
        assertThat(PaymentWorld.PROPERTIES.pauseAfter(1_000, 1)).isEqualTo(Duration.ofSeconds(30));
        assertThatThrownBy(() -> new IntentProperties(
                        Duration.ofSeconds(1),
                        1,
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1)))
                .hasMessageContaining("first-retry");
    }

    @Test
    void a_network_that_is_left_alone_was_not_asked_and_the_first_attempt_is_still_to_come() {
        world.network.troubledBy(Trouble.LEFT_ALONE);
        for (int i = 0; i < 20; i++) {
            world.placed().after(Duration.ofSeconds(1)).swept();
        }
        world.network.troubledBy(Trouble.NONE);
        world.after(Duration.ofSeconds(1)).swept();

        assertThat(world.payment().status()).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(world.network.calls()).containsExactly("take AUTHORIZE");
    }

    @Test
    void left_alone_after_something_was_sent_it_is_still_asked_for_first() {
        world.network.troubledBy(Trouble.ANSWER_LOST);
        world.placed().swept();
        world.network.troubledBy(Trouble.LEFT_ALONE);
        world.after(Duration.ofSeconds(1)).swept();
        world.network.troubledBy(Trouble.NONE);
        world.after(Duration.ofSeconds(2)).swept();

        assertThat(world.network.calls()).containsExactly("take AUTHORIZE", "ask AUTHORIZE");
    }

    @Test
    void an_authorization_whose_token_was_erased_is_asked_for_but_never_sent_again() {
        world.network.troubledBy(Trouble.LOST);
        world.placed().swept();
        world.network.troubledBy(Trouble.NONE);
        world.intents.forgetSecrets();
        world.after(Duration.ofSeconds(1)).swept();
        assertThat(world.payment().status()).isEqualTo(PaymentStatus.AUTHORIZING);

        world.after(PaymentWorld.PROPERTIES.doubt()).swept();
        assertThat(world.payment().status()).isEqualTo(PaymentStatus.DECLINED);
        assertThat(world.payment().reason()).contains("user-erased");
        assertThat(world.network.calls()).containsOnlyOnce("take AUTHORIZE");
    }

    @Test
    void canceled_before_the_network_was_asked_it_never_is() {
        world.placed().canceled().swept();

        assertThat(world.payment().status()).isEqualTo(PaymentStatus.DECLINED);
        assertThat(world.payment().reason()).contains("order-ended");
        assertThat(world.network.calls()).isEmpty();
    }

    @Test
    void canceled_in_doubt_what_is_found_is_voided() {
        world.network.troubledBy(Trouble.ANSWER_LOST);
        world.placed().swept();
        world.network.troubledBy(Trouble.NONE);

        world.canceled().swept();

        assertThat(world.payment().status()).isEqualTo(PaymentStatus.VOIDED);
        assertThat(world.facts()).containsExactly(Kind.AUTHORIZED, Kind.VOIDED);
        assertThat(world.network.calls()).containsExactly("take AUTHORIZE", "ask AUTHORIZE", "take VOID");
    }

    @Test
    void canceled_in_doubt_and_not_found_waits_until_nothing_can_arrive_any_more() {
        world.network.troubledBy(Trouble.LOST);
        world.placed().swept().canceled().swept();
        assertThat(world.payment().isCancelRequested()).isTrue();

        world.after(PaymentWorld.PROPERTIES.doubt()).swept();

        assertThat(world.payment().status()).isEqualTo(PaymentStatus.DECLINED);
        assertThat(world.network.calls()).doesNotContain("take VOID").containsOnlyOnce("take AUTHORIZE");
    }

    @Test
    void a_capture_in_flight_is_refunded_when_the_order_is_canceled() {
        world.placed().swept().confirmed();
        world.network.troubledBy(Trouble.ANSWER_LOST);
        world.swept().canceled();
        world.network.troubledBy(Trouble.NONE);

        world.swept();

        assertThat(world.payment().status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(world.facts()).containsExactly(Kind.AUTHORIZED, Kind.CAPTURED, Kind.REFUNDED);
    }

    @Test
    void a_capture_that_never_arrived_is_voided_when_the_order_is_canceled() {
        world.placed().swept().confirmed();
        world.network.troubledBy(Trouble.LOST);
        world.swept().canceled();
        world.network.troubledBy(Trouble.NONE);

        world.swept();

        assertThat(world.payment().status()).isEqualTo(PaymentStatus.VOIDED);
        assertThat(world.network.calls()).containsExactly("take AUTHORIZE", "take CAPTURE", "ask CAPTURE", "take VOID");
    }

    @Test
    void an_order_decided_before_it_was_seen_is_declined_and_the_network_never_asked() {
        world.canceled().placed().placed().swept();

        assertThat(world.payment().status()).isEqualTo(PaymentStatus.DECLINED);
        assertThat(world.facts()).containsExactly(Kind.DECLINED);
        assertThat(world.network.calls()).isEmpty();
    }

    @Test
    void everything_twice_is_everything_once() {
        world.placed()
                .placed()
                .swept()
                .confirmed()
                .confirmed()
                .swept()
                .canceled()
                .canceled()
                .swept()
                .confirmed()
                .placed();

        assertThat(world.facts()).containsExactly(Kind.AUTHORIZED, Kind.CAPTURED, Kind.REFUNDED);
        assertThat(world.network.calls()).containsExactly("take AUTHORIZE", "take CAPTURE", "take REFUND");
    }

    @Test
    void what_is_settled_or_claimed_is_not_run() {
        world.placed().swept();

        world.runs(Step.AUTHORIZE)
                .as(StepVerifier::create)
                .expectNext(RunIntent.Result.NOT_OURS)
                .verifyComplete();
        world.runs(Step.CAPTURE)
                .as(StepVerifier::create)
                .expectNext(RunIntent.Result.NOT_OURS)
                .verifyComplete();
    }
}

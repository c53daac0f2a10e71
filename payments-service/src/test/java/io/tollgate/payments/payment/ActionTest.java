package io.tollgate.payments.payment;

import static io.tollgate.payments.payment.PaymentFixtures.ACTION_REQUIRED;
import static io.tollgate.payments.payment.PaymentFixtures.CONFIRM_IN_TIME;
import static io.tollgate.payments.payment.PaymentFixtures.DONE;
import static io.tollgate.payments.payment.PaymentFixtures.NEVER_SEEN;
import static io.tollgate.payments.payment.PaymentFixtures.NOON;
import static io.tollgate.payments.payment.PaymentFixtures.PAYMENT;
import static io.tollgate.payments.payment.PaymentFixtures.aConfirmingPayment;
import static io.tollgate.payments.payment.PaymentFixtures.aPaymentAwaitingItsCustomer;
import static io.tollgate.payments.payment.PaymentFixtures.anAuthorizingPayment;
import static io.tollgate.payments.payment.PaymentFixtures.canceled;
import static io.tollgate.payments.payment.PaymentFixtures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.payments.payment.PaymentFact.Kind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ActionTest {
    private static final Instant TOO_LATE = CONFIRM_IN_TIME.expiresAt();

    @Test
    void what_has_to_be_confirmed_is_told_with_its_address_and_sets_nothing_aside() {
        Change change = anAuthorizingPayment().answered(Step.AUTHORIZE, ACTION_REQUIRED, NOON);

        assertThat(change.payment().status()).isEqualTo(PaymentStatus.ACTION_REQUIRED);
        assertThat(change.payment().authorization()).contains("auth_1");
        assertThat(change.facts()).extracting(PaymentFact::kind).containsExactly(Kind.ACTION_REQUIRED);
        assertThat(change.facts().get(0).action()).contains(CONFIRM_IN_TIME);
        assertThat(change.movements()).isEmpty();
    }

    @Test
    void a_code_is_sent_in_time_or_not_at_all() {
        Payment waiting = aPaymentAwaitingItsCustomer();

        assertThat(waiting.awaitsAction(TOO_LATE.minusMillis(1))).isTrue();
        assertThat(waiting.awaitsAction(TOO_LATE)).isFalse();
        assertThat(anAuthorizingPayment().awaitsAction(NOON)).isFalse();
        assertThat(waiting.confirmed(NOON).begins()).contains(IntentKey.of(PAYMENT, Step.CONFIRM));
    }

    @Test
    void a_right_code_authorizes_and_a_wrong_one_declines() {
        Change right = aConfirmingPayment().answered(Step.CONFIRM, DONE, NOON);
        Change wrong = aConfirmingPayment().answered(Step.CONFIRM, refused("confirmation_failed"), NOON);

        assertEnd(right, PaymentStatus.AUTHORIZED, Kind.AUTHORIZED);
        assertThat(right.movements()).extracting(Movement::by).containsExactly(IntentKey.of(PAYMENT, Step.CONFIRM));
        assertEnd(wrong, PaymentStatus.DECLINED, Kind.DECLINED);
        assertThat(wrong.payment().reason()).contains("confirmation_failed");
    }

    @Test
    void who_does_nothing_is_declined_when_the_network_knows_that_it_is_over() {
        Payment waiting = aPaymentAwaitingItsCustomer();
        Change over = waiting.expired(TOO_LATE);

        assertThat(waiting.expired(TOO_LATE.minusMillis(1)).happened()).isFalse();
        assertThat(over.begins()).contains(IntentKey.of(PAYMENT, Step.ABANDON));
        Change ended = over.payment().answered(Step.ABANDON, DONE, TOO_LATE);
        assertEnd(ended, PaymentStatus.DECLINED, Kind.DECLINED);
        assertThat(ended.payment().reason()).contains("action-expired");
        assertThat(over.payment().expired(TOO_LATE).happened()).isFalse();
        assertThat(over.payment().awaitsAction(NOON)).isFalse();
    }

    @Test
    void an_order_that_is_canceled_meanwhile_ends_it() {
        Change canceled = aPaymentAwaitingItsCustomer().decided(OrderDecision.CANCELED, NOON);

        assertThat(canceled.begins()).contains(IntentKey.of(PAYMENT, Step.ABANDON));
        Change ended = canceled.payment().answered(Step.ABANDON, refused("already_declined"), NOON);
        assertEnd(ended, PaymentStatus.DECLINED, Kind.DECLINED);
        assertThat(ended.payment().reason()).contains("order-ended");
    }

    @Test
    void an_order_that_was_canceled_before_the_network_asked_ends_it() {
        Change asked = canceled(anAuthorizingPayment()).answered(Step.AUTHORIZE, ACTION_REQUIRED, NOON);

        assertThat(asked.begins()).contains(IntentKey.of(PAYMENT, Step.ABANDON));
    }

    @Test
    void canceled_while_the_code_is_in_doubt_whatever_is_found_is_ended() {
        Payment canceled = canceled(aConfirmingPayment());

        assertThat(canceled.isCancelRequested()).isTrue();
        assertThat(canceled.answered(Step.CONFIRM, DONE, NOON).begins()).contains(IntentKey.of(PAYMENT, Step.VOID));
        assertThat(canceled.answered(Step.CONFIRM, NEVER_SEEN, NOON).begins())
                .contains(IntentKey.of(PAYMENT, Step.ABANDON));
    }

    private static void assertEnd(Change change, PaymentStatus status, Kind fact) {
        assertThat(change.payment().status()).isEqualTo(status);
        assertThat(change.facts()).extracting(PaymentFact::kind).containsExactly(fact);
        assertThat(change.begins()).isEmpty();
    }
}

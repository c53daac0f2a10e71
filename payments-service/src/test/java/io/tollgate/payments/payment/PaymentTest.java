package io.tollgate.payments.payment;

import static io.tollgate.payments.payment.PaymentFixtures.DONE;
import static io.tollgate.payments.payment.PaymentFixtures.NEVER_SEEN;
import static io.tollgate.payments.payment.PaymentFixtures.NOON;
import static io.tollgate.payments.payment.PaymentFixtures.TERMS;
import static io.tollgate.payments.payment.PaymentFixtures.aCapturedPayment;
import static io.tollgate.payments.payment.PaymentFixtures.aCapturingPayment;
import static io.tollgate.payments.payment.PaymentFixtures.aTombstone;
import static io.tollgate.payments.payment.PaymentFixtures.anAuthorizedPayment;
import static io.tollgate.payments.payment.PaymentFixtures.anAuthorizingPayment;
import static io.tollgate.payments.payment.PaymentFixtures.anOrderPlaced;
import static io.tollgate.payments.payment.PaymentFixtures.canceled;
import static io.tollgate.payments.payment.PaymentFixtures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.payments.payment.PaymentFact.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentTest {

    @Test
    void an_order_placed_begins_an_authorization_and_tells_nothing_yet() {
        assertChange(anOrderPlaced(), 1, PaymentStatus.AUTHORIZING, Step.AUTHORIZE);
    }

    @Test
    void an_order_placed_twice_begins_nothing_twice() {
        assertNothing(anAuthorizingPayment().placedAgain(TERMS, NOON));
        assertNothing(aCapturedPayment().placedAgain(TERMS, NOON));
    }

    @Test
    void an_authorization_is_told_and_waits_for_the_order() {
        Change change = anAuthorizingPayment().answered(Step.AUTHORIZE, DONE, NOON);

        assertChange(change, 2, PaymentStatus.AUTHORIZED, null, Kind.AUTHORIZED);
        assertThat(change.payment().authorization()).contains("auth_1");
        assertNothing(change.payment().answered(Step.AUTHORIZE, DONE, NOON));
    }

    @Test
    void a_decline_is_told_with_its_code() {
        Change change = anAuthorizingPayment().answered(Step.AUTHORIZE, refused("insufficient_funds"), NOON);

        assertChange(change, 2, PaymentStatus.DECLINED, null, Kind.DECLINED);
        assertThat(change.facts().get(0).reason()).contains("insufficient_funds");
    }

    @Test
    void a_confirmed_order_captures_once() {
        Change change = anAuthorizedPayment().decided(OrderDecision.CONFIRMED, NOON);

        assertChange(change, 3, PaymentStatus.CAPTURING, Step.CAPTURE);
        assertNothing(change.payment().decided(OrderDecision.CONFIRMED, NOON));
        Change captured = change.payment().answered(Step.CAPTURE, DONE, NOON);
        assertChange(captured, 4, PaymentStatus.CAPTURED, null, Kind.CAPTURED);
        assertNothing(captured.payment().decided(OrderDecision.CONFIRMED, NOON));
    }

    @Test
    void an_order_confirmed_before_the_authorization_is_known_captures_when_it_is() {
        Payment early =
                anAuthorizingPayment().decided(OrderDecision.CONFIRMED, NOON).payment();

        Change change = early.answered(Step.AUTHORIZE, DONE, NOON);

        assertChange(change, 4, PaymentStatus.CAPTURING, Step.CAPTURE, Kind.AUTHORIZED);
        assertThat(change.facts().get(0).version()).isEqualTo(3);
    }

    @Test
    void a_refused_capture_is_told_and_the_cancellation_that_follows_voids() {
        Change refused = aCapturingPayment().answered(Step.CAPTURE, refused("capture_refused"), NOON);

        assertChange(refused, 4, PaymentStatus.CAPTURE_REFUSED, null, Kind.CAPTURE_REFUSED);
        assertChange(refused.payment().decided(OrderDecision.CANCELED, NOON), 5, PaymentStatus.VOIDING, Step.VOID);
    }

    @Test
    void a_canceled_order_voids_what_is_authorized() {
        Change change = anAuthorizedPayment().decided(OrderDecision.CANCELED, NOON);

        assertChange(change, 3, PaymentStatus.VOIDING, Step.VOID);
        assertChange(change.payment().answered(Step.VOID, DONE, NOON), 4, PaymentStatus.VOIDED, null, Kind.VOIDED);
    }

    @Test
    void a_canceled_order_refunds_what_is_captured() {
        Change change = aCapturedPayment().decided(OrderDecision.CANCELED, NOON);

        assertChange(change, 5, PaymentStatus.REFUNDING, Step.REFUND);
        assertChange(
                change.payment().answered(Step.REFUND, DONE, NOON), 6, PaymentStatus.REFUNDED, null, Kind.REFUNDED);
    }

    @Test
    void an_order_canceled_while_the_authorization_is_in_doubt_voids_whatever_is_found() {
        Change canceled = anAuthorizingPayment().decided(OrderDecision.CANCELED, NOON);
        assertThat(canceled.payment().isCancelRequested()).isTrue();
        assertChange(canceled, 2, PaymentStatus.AUTHORIZING, null);

        assertChange(
                canceled.payment().answered(Step.AUTHORIZE, DONE, NOON),
                4,
                PaymentStatus.VOIDING,
                Step.VOID,
                Kind.AUTHORIZED);
        assertChange(
                canceled.payment().answered(Step.AUTHORIZE, refused("card_declined"), NOON),
                3,
                PaymentStatus.DECLINED,
                null,
                Kind.DECLINED);
        assertChange(
                canceled.payment().answered(Step.AUTHORIZE, NEVER_SEEN, NOON),
                3,
                PaymentStatus.DECLINED,
                null,
                Kind.DECLINED);
    }

    @Test
    void an_order_canceled_while_the_capture_is_in_doubt_refunds_or_voids() {
        Payment canceled = canceled(aCapturingPayment());
        assertThat(canceled.isCancelRequested()).isTrue();

        assertChange(
                canceled.answered(Step.CAPTURE, DONE, NOON), 6, PaymentStatus.REFUNDING, Step.REFUND, Kind.CAPTURED);
        assertChange(
                canceled.answered(Step.CAPTURE, refused("capture_refused"), NOON),
                6,
                PaymentStatus.VOIDING,
                Step.VOID,
                Kind.CAPTURE_REFUSED);
        assertChange(canceled.answered(Step.CAPTURE, NEVER_SEEN, NOON), 5, PaymentStatus.VOIDING, Step.VOID);
    }

    @Test
    void a_void_that_comes_too_late_for_a_capture_becomes_a_refund() {
        Payment voiding = canceled(aCapturingPayment())
                .answered(Step.CAPTURE, NEVER_SEEN, NOON)
                .payment();

        assertChange(
                voiding.answered(Step.VOID, refused("already_captured"), NOON),
                7,
                PaymentStatus.REFUNDING,
                Step.REFUND,
                Kind.CAPTURED);
    }

    @Test
    void a_reversal_that_the_network_refuses_for_good_waits_for_a_human() {
        Payment refunding = canceled(aCapturedPayment());

        assertChange(
                refunding.answered(Step.REFUND, refused("account_closed"), NOON),
                6,
                PaymentStatus.REVERSAL_REFUSED,
                null);
    }

    @Test
    void a_cancellation_outweighs_a_confirmation_in_both_orders() {
        assertThat(canceled(aCapturedPayment()).status()).isEqualTo(PaymentStatus.REFUNDING);
        assertNothing(canceled(anAuthorizedPayment()).decided(OrderDecision.CONFIRMED, NOON));
        assertNothing(canceled(anAuthorizedPayment()).decided(OrderDecision.CANCELED, NOON));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONFIRMED", "CANCELED"})
    void an_order_decided_before_it_was_seen_is_declined_when_it_comes_and_authorizes_nothing(OrderDecision decision) {
        Change late = aTombstone(decision).placedAgain(TERMS, NOON);

        assertChange(late, 2, PaymentStatus.DECLINED, null, Kind.DECLINED);
        assertThat(late.facts().get(0).reason()).contains("order-ended");
        assertNothing(late.payment().placedAgain(TERMS, NOON));
    }

    @Test
    void answers_to_steps_that_are_not_under_way_are_ignored() {
        assertNothing(anAuthorizedPayment().answered(Step.CAPTURE, DONE, NOON));
        assertNothing(aCapturedPayment().answered(Step.AUTHORIZE, refused("late"), NOON));
        assertNothing(anAuthorizingPayment().answered(Step.AUTHORIZE, NEVER_SEEN, NOON));
    }

    @Test
    void only_the_user_and_the_application_that_ordered_own_it() {
        assertThat(anAuthorizedPayment().belongsTo(TERMS.userId(), TERMS.clientId()))
                .isTrue();
        assertThat(anAuthorizedPayment().belongsTo("usr_other", TERMS.clientId()))
                .isFalse();
        assertThat(anAuthorizedPayment().belongsTo(TERMS.userId(), "cli_other")).isFalse();
        assertThat(aTombstone(OrderDecision.CANCELED).belongsTo(TERMS.userId(), TERMS.clientId()))
                .isFalse();
    }

    private static void assertNothing(Change change) {
        assertThat(change.happened()).isFalse();
        assertThat(change.facts()).isEmpty();
        assertThat(change.begins()).isEmpty();
    }

    private static void assertChange(Change change, long version, PaymentStatus status, Step begins, Kind... facts) {
        assertThat(change.payment().version()).isEqualTo(version);
        assertThat(change.payment().status()).isEqualTo(status);
        assertThat(change.begins().map(IntentKey::step).orElse(null)).isEqualTo(begins);
        assertThat(change.facts()).extracting(PaymentFact::kind).containsExactly(facts);
    }
}

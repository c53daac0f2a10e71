package io.tollgate.payments.payment;

import static io.tollgate.payments.payment.PaymentFixtures.DONE;
import static io.tollgate.payments.payment.PaymentFixtures.NEVER_SEEN;
import static io.tollgate.payments.payment.PaymentFixtures.NOON;
import static io.tollgate.payments.payment.PaymentFixtures.OTHER_REFUND;
import static io.tollgate.payments.payment.PaymentFixtures.PAYMENT;
import static io.tollgate.payments.payment.PaymentFixtures.REFUND;
import static io.tollgate.payments.payment.PaymentFixtures.aCapturedPayment;
import static io.tollgate.payments.payment.PaymentFixtures.aRefundRequested;
import static io.tollgate.payments.payment.PaymentFixtures.anAuthorizedPayment;
import static io.tollgate.payments.payment.PaymentFixtures.answered;
import static io.tollgate.payments.payment.PaymentFixtures.canceled;
import static io.tollgate.payments.payment.PaymentFixtures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.payments.payment.PaymentFact.Kind;
import io.tollgate.values.Money;
import org.junit.jupiter.api.Test;

class RefundingTest {
    @Test
    void a_part_of_what_was_captured_is_asked_for_under_a_key_of_its_own() {
        Change change = aRefundRequested(1250);

        assertThat(change.begins().orElseThrow().networkKey()).isEqualTo(PAYMENT + "-refund-" + REFUND);
        assertThat(change.payment().status()).isEqualTo(PaymentStatus.CAPTURED);
        assertThat(change.payment().standing()).isEqualTo(new Standing(0, 1250));
        assertThat(change.refund().orElseThrow().isPending()).isTrue();
        assertThat(change.facts()).isEmpty();
    }

    @Test
    void a_part_that_was_given_back_is_told_with_its_amount_and_name() {
        Change change = answered(aRefundRequested(1250), DONE);

        assertThat(change.payment().status()).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
        assertThat(change.payment().standing()).isEqualTo(new Standing(1250, 0));
        PaymentFact fact = change.facts().get(0);
        assertThat(fact.kind()).isEqualTo(Kind.REFUNDED);
        assertThat(fact.refund()).contains(REFUND);
        assertThat(fact.amount()).contains(Money.of(1250, "EUR"));
        assertThat(change.movements())
                .containsExactly(new Movement(
                        Movement.Kind.REFUNDED, IntentKey.of(change.refund().orElseThrow()), Money.of(1250, "EUR")));
    }

    @Test
    void several_parts_make_the_whole_and_the_last_one_ends_it() {
        Payment once = answered(aRefundRequested(1250), DONE).payment();
        Change last = answered(aRefundRequested(once, OTHER_REFUND, 3140), DONE);

        assertThat(last.payment().status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(last.payment().rest().amount()).isZero();
    }

    @Test
    void what_is_asked_for_counts_before_it_is_answered() {
        Payment pending = aRefundRequested(4000).payment();

        assertRefused(aRefundRequested(pending, OTHER_REFUND, 391), "exceeds-captured");
        assertThat(aRefundRequested(pending, OTHER_REFUND, 390).begins()).isPresent();
    }

    @Test
    void what_the_network_refuses_can_be_asked_for_again() {
        Change refused = answered(aRefundRequested(4390), refused("refund_refused"));

        assertRefused(refused, "refund_refused");
        assertThat(refused.payment().standing()).isEqualTo(Standing.NOTHING);
        assertThat(aRefundRequested(refused.payment(), OTHER_REFUND, 4390).begins())
                .isPresent();
    }

    @Test
    void only_what_is_captured_and_not_canceled_is_refunded_in_its_currency() {
        assertRefused(aRefundRequested(anAuthorizedPayment(), REFUND, 1), "not-captured");
        assertRefused(aRefundRequested(canceled(aCapturedPayment()), REFUND, 1), "order-canceled");
        assertRefused(aRefundRequested(4391), "exceeds-captured");
        assertRefused(
                new Refunding(aCapturedPayment(), NOON).requested(REFUND, Money.of(1, "USD")), "currency-mismatch");
        Payment all = answered(aRefundRequested(4390), DONE).payment();
        assertRefused(aRefundRequested(all, OTHER_REFUND, 1), "exceeds-captured");
    }

    @Test
    void an_answer_that_comes_twice_or_says_nothing_changes_nothing() {
        Change ended = answered(aRefundRequested(1250), DONE);

        assertThat(answered(ended, DONE).happened()).isFalse();
        assertThat(answered(ended, refused("late")).happened()).isFalse();
        assertThat(answered(aRefundRequested(1250), NEVER_SEEN).happened()).isFalse();
    }

    @Test
    void a_cancellation_gives_back_what_is_left() {
        Payment partly = answered(aRefundRequested(1250), DONE).payment();
        Change canceled = partly.decided(OrderDecision.CANCELED, NOON);

        assertThat(canceled.begins()).contains(IntentKey.of(PAYMENT, Step.REFUND));
        Change done = canceled.payment().answered(Step.REFUND, DONE, NOON);
        assertThat(done.payment().status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(done.facts().get(0).amount()).contains(Money.of(3140, "EUR"));
        assertThat(done.movements().get(0).amount()).isEqualTo(Money.of(3140, "EUR"));
    }

    @Test
    void a_cancellation_waits_for_what_was_asked_for_before_it() {
        Change asked = aRefundRequested(1250);
        Payment canceled = canceled(asked.payment());

        assertThat(canceled.status()).isEqualTo(PaymentStatus.CAPTURED);
        Change given = new Refunding(canceled, NOON).answered(asked.refund().orElseThrow(), DONE);
        assertThat(given.begins()).contains(IntentKey.of(PAYMENT, Step.REFUND));
        assertThat(given.payment().rest()).isEqualTo(Money.of(3140, "EUR"));
        Change refused = new Refunding(canceled, NOON).answered(asked.refund().orElseThrow(), refused("no"));
        assertThat(refused.begins()).contains(IntentKey.of(PAYMENT, Step.REFUND));
        assertThat(refused.payment().rest()).isEqualTo(Money.of(4390, "EUR"));
    }

    @Test
    void a_cancellation_of_what_is_all_given_back_asks_for_nothing() {
        Payment all = answered(aRefundRequested(4390), DONE).payment();

        assertThat(all.decided(OrderDecision.CANCELED, NOON).begins()).isEmpty();
    }

    private static void assertRefused(Change change, String code) {
        assertThat(change.begins()).isEmpty();
        assertThat(change.movements()).isEmpty();
        assertThat(change.refund().orElseThrow().status()).isEqualTo(Refund.Status.REFUSED);
        assertThat(change.facts()).extracting(PaymentFact::kind).containsExactly(Kind.REFUND_REFUSED);
        assertThat(change.facts().get(0).reason()).contains(code);
    }
}

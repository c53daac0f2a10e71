package io.tollgate.payments.payment;

import static io.tollgate.payments.payment.PaymentFixtures.ACTION_REQUIRED;
import static io.tollgate.payments.payment.PaymentFixtures.CONFIRM_IN_TIME;
import static io.tollgate.payments.payment.PaymentFixtures.DONE;
import static io.tollgate.payments.payment.PaymentFixtures.NOON;
import static io.tollgate.payments.payment.PaymentFixtures.ORDER;
import static io.tollgate.payments.payment.PaymentFixtures.PAYMENT;
import static io.tollgate.payments.payment.PaymentFixtures.REFUND;
import static io.tollgate.payments.payment.PaymentFixtures.TERMS;
import static io.tollgate.payments.payment.PaymentFixtures.aCapturedPayment;
import static io.tollgate.payments.payment.PaymentFixtures.aCapturingPayment;
import static io.tollgate.payments.payment.PaymentFixtures.aPaymentAwaitingItsCustomer;
import static io.tollgate.payments.payment.PaymentFixtures.aRefundRequested;
import static io.tollgate.payments.payment.PaymentFixtures.aTombstone;
import static io.tollgate.payments.payment.PaymentFixtures.anAuthorizedPayment;
import static io.tollgate.payments.payment.PaymentFixtures.anAuthorizingPayment;
import static io.tollgate.payments.payment.PaymentFixtures.anOrderPlaced;
import static io.tollgate.payments.payment.PaymentFixtures.answered;
import static io.tollgate.payments.payment.PaymentFixtures.canceled;

import java.time.Instant;
import java.util.List;

/** Changes one after the other, as a store meets them. */
public final class StoredChanges {
    private static final Instant LATER = NOON.plusMillis(187);

    private StoredChanges() {}

    public static List<Change> ofARefundedPayment() {
        return List.of(
                anOrderPlaced(),
                anAuthorizingPayment().answered(Step.AUTHORIZE, DONE, LATER),
                anAuthorizedPayment().decided(OrderDecision.CONFIRMED, LATER),
                aCapturingPayment().answered(Step.CAPTURE, DONE, LATER),
                aCapturedPayment().decided(OrderDecision.CANCELED, LATER),
                canceled(aCapturedPayment()).answered(Step.REFUND, DONE, LATER));
    }

    /** Of the payment that {@link #ofARefundedPayment} begins with, from its second change on. */
    public static List<Change> ofAPartlyRefundedPayment() {
        Change asked = aRefundRequested(aCapturedPayment(), REFUND, 1250);
        return List.of(
                anAuthorizingPayment().answered(Step.AUTHORIZE, DONE, LATER),
                anAuthorizedPayment().decided(OrderDecision.CONFIRMED, LATER),
                aCapturingPayment().answered(Step.CAPTURE, DONE, LATER),
                asked,
                answered(asked, DONE));
    }

    public static List<Change> ofAPaymentThatNobodyConfirms() {
        return List.of(
                anOrderPlaced(),
                anAuthorizingPayment().answered(Step.AUTHORIZE, ACTION_REQUIRED, LATER),
                aPaymentAwaitingItsCustomer().expired(CONFIRM_IN_TIME.expiresAt()));
    }

    /** What no decision of ours makes: more refunded than was captured. */
    public static Change thatGivesBackTooMuch() {
        return Change.from(aCapturedPayment().standing(new Standing(4000, 391)))
                .moving(PaymentStatus.PARTIALLY_REFUNDED, LATER);
    }

    public static List<Change> ofATombstone() {
        return List.of(
                Payment.decidedUnseen(PAYMENT, ORDER, OrderDecision.CANCELED, NOON),
                aTombstone(OrderDecision.CANCELED).placedAgain(TERMS, LATER));
    }

    public static Change ofATombstoneWithAnotherId() {
        PaymentId other = new PaymentId("pay_01kqsdr2h9f4trebbh5897rjae");
        return Payment.decidedUnseen(other, ORDER, OrderDecision.CANCELED, NOON);
    }
}

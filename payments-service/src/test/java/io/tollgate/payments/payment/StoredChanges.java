package io.tollgate.payments.payment;

import static io.tollgate.payments.payment.PaymentFixtures.DONE;
import static io.tollgate.payments.payment.PaymentFixtures.NOON;
import static io.tollgate.payments.payment.PaymentFixtures.ORDER;
import static io.tollgate.payments.payment.PaymentFixtures.PAYMENT;
import static io.tollgate.payments.payment.PaymentFixtures.TERMS;
import static io.tollgate.payments.payment.PaymentFixtures.aCapturedPayment;
import static io.tollgate.payments.payment.PaymentFixtures.aCapturingPayment;
import static io.tollgate.payments.payment.PaymentFixtures.aTombstone;
import static io.tollgate.payments.payment.PaymentFixtures.anAuthorizedPayment;
import static io.tollgate.payments.payment.PaymentFixtures.anAuthorizingPayment;
import static io.tollgate.payments.payment.PaymentFixtures.anOrderPlaced;
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

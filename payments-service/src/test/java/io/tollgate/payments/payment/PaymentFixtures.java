package io.tollgate.payments.payment;

import io.tollgate.payments.payment.NetworkAnswer.Done;
import io.tollgate.payments.payment.NetworkAnswer.NeverSeen;
import io.tollgate.payments.payment.NetworkAnswer.Refused;
import io.tollgate.values.Money;
import java.time.Instant;

/** Ada orders two books and a lamp through her bookshop's app. */
public final class PaymentFixtures {
    public static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    public static final PaymentId PAYMENT = new PaymentId("pay_01kqsdr2h9f4trebbh5897rjad");
    public static final OrderId ORDER = new OrderId("ord_01kqsdr2g0efqbx5q5kkj0z75h");
    public static final Terms TERMS =
            new Terms("usr_01kpmz88c1ef1tnyr5f7dfw65v", "cli_01kn44arm0fb393bnh657vqd48", Money.of(4390, "EUR"));
    public static final Secret VISA = new Secret("tok_visa");
    public static final RefundId REFUND = new RefundId("ref_01kqvsxxg0fz3b7kg11k2wmw91");
    public static final RefundId OTHER_REFUND = new RefundId("ref_01kqvsxxg0fz3b7kg11k2wmw92");
    public static final Action CONFIRM_IN_TIME =
            new Action("https://cards.example/3ds/auth_01kqsdr2j0", Instant.parse("2026-05-04T12:01:30.187Z"));
    public static final NetworkAnswer ACTION_REQUIRED = new NetworkAnswer.ActionRequired("auth_1", CONFIRM_IN_TIME);
    public static final NetworkAnswer DONE = new Done("auth_1");
    public static final NetworkAnswer NEVER_SEEN = new NeverSeen();

    private PaymentFixtures() {}

    public static NetworkAnswer refused(String code) {
        return new Refused(code);
    }

    public static Change anOrderPlaced() {
        return Payment.placed(PAYMENT, ORDER, TERMS, NOON);
    }

    public static Payment anAuthorizingPayment() {
        return anOrderPlaced().payment();
    }

    public static Payment aDeclinedPayment() {
        return anAuthorizingPayment()
                .answered(Step.AUTHORIZE, refused("card_declined"), NOON)
                .payment();
    }

    public static Payment anAuthorizedPayment() {
        return anAuthorizingPayment().answered(Step.AUTHORIZE, DONE, NOON).payment();
    }

    public static Payment aCapturingPayment() {
        return anAuthorizedPayment().decided(OrderDecision.CONFIRMED, NOON).payment();
    }

    public static Payment aCapturedPayment() {
        return aCapturingPayment().answered(Step.CAPTURE, DONE, NOON).payment();
    }

    public static Payment aPaymentAwaitingItsCustomer() {
        return anAuthorizingPayment()
                .answered(Step.AUTHORIZE, ACTION_REQUIRED, NOON)
                .payment();
    }

    public static Payment aConfirmingPayment() {
        return aPaymentAwaitingItsCustomer().confirmed(NOON).payment();
    }

    public static Change aRefundRequested(long amount) {
        return aRefundRequested(aCapturedPayment(), REFUND, amount);
    }

    public static Change aRefundRequested(Payment payment, RefundId id, long amount) {
        return new Refunding(payment, NOON).requested(id, Money.of(amount, "EUR"));
    }

    public static Change answered(Change requested, NetworkAnswer answer) {
        return new Refunding(requested.payment(), NOON)
                .answered(requested.refund().orElseThrow(), answer);
    }

    public static Payment aTombstone(OrderDecision decision) {
        return Payment.decidedUnseen(PAYMENT, ORDER, decision, NOON).payment();
    }

    public static Payment canceled(Payment payment) {
        return payment.decided(OrderDecision.CANCELED, NOON).payment();
    }
}

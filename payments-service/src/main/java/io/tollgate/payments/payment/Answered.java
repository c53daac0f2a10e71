package io.tollgate.payments.payment;

import io.tollgate.payments.payment.NetworkAnswer.ActionRequired;
import io.tollgate.payments.payment.NetworkAnswer.Done;
import io.tollgate.payments.payment.NetworkAnswer.Refused;
import io.tollgate.values.Money;
import java.time.Instant;

/** What a payment becomes by the network's answer to the step that is under way. */
final class Answered {
    private static final String ALREADY_CAPTURED = "already_captured";

    private final Payment payment;
    private final Step step;
    private final Instant now;

    Answered(Payment payment, Step step, Instant now) {
        this.payment = payment;
        this.step = step;
        this.now = now;
    }

    Change by(NetworkAnswer answer) {
        if (answer instanceof Done done) {
            return done(done.authorization());
        }
        if (answer instanceof ActionRequired required) {
            return reached(
                    payment.heldAs(required.authorization()).awaiting(required.action()),
                    PaymentStatus.ACTION_REQUIRED,
                    PaymentFact.Kind.ACTION_REQUIRED);
        }
        return answer instanceof Refused refused ? refused(refused.code()) : neverTaken();
    }

    static Change declined(Payment payment, String code, Instant now) {
        return Change.from(payment.because(code))
                .moving(PaymentStatus.DECLINED, now)
                .telling(PaymentFact.Kind.DECLINED);
    }

    private Change done(String authorizedAs) {
        return switch (step) {
            case AUTHORIZE, CONFIRM ->
                booked(
                        reached(payment.heldAs(authorizedAs), PaymentStatus.AUTHORIZED, PaymentFact.Kind.AUTHORIZED),
                        Movement.Kind.HELD);
            case ABANDON -> abandoned();
            case CAPTURE -> captured();
            case VOID ->
                booked(reached(payment, PaymentStatus.VOIDED, PaymentFact.Kind.VOIDED), Movement.Kind.RELEASED);
            case REFUND -> refundedAll();
        };
    }

    private Change refused(String code) {
        return switch (step) {
            case AUTHORIZE, CONFIRM -> declined(payment, code, now);
            case ABANDON -> abandoned();
            case CAPTURE ->
                reached(payment.because(code), PaymentStatus.CAPTURE_REFUSED, PaymentFact.Kind.CAPTURE_REFUSED);
            case VOID -> code.equals(ALREADY_CAPTURED) ? captured() : stuck(code);
            case REFUND -> stuck(code);
        };
    }

    /** Of use only when the order is canceled; else the step is still to be taken. */
    private Change neverTaken() {
        if (!payment.isCancelRequested()) {
            return Change.nothing(payment);
        }
        // A void settles it even if the step should still arrive: the network lets only one of the two happen.
        return switch (step) {
            case AUTHORIZE -> declined(payment, Payment.ORDER_ENDED, now);
            case CONFIRM -> Change.from(payment).beginning(Step.ABANDON, now);
            default -> Change.from(payment).beginning(Step.VOID, now);
        };
    }

    private Change captured() {
        Change change = reached(payment, PaymentStatus.CAPTURED, PaymentFact.Kind.CAPTURED);
        return change.booking(Movement.Kind.CAPTURED, IntentKey.of(payment.id(), Step.CAPTURE), payment.total());
    }

    private Change abandoned() {
        return declined(payment, payment.reason().orElse(Payment.ORDER_ENDED), now);
    }

    private Change refundedAll() {
        Money rest = payment.rest();
        Change change = Change.from(payment.standing(payment.standing().givenAll(payment.total())))
                .moving(PaymentStatus.REFUNDED, now)
                .booking(Movement.Kind.REFUNDED, IntentKey.of(payment.id(), step), rest);
        return change.telling(
                PaymentFact.of(PaymentFact.Kind.REFUNDED, change.payment()).of(rest));
    }

    private Change stuck(String code) {
        return Change.from(payment.because(code)).moving(PaymentStatus.REVERSAL_REFUSED, now);
    }

    private Change reached(Payment next, PaymentStatus there, PaymentFact.Kind fact) {
        return Onward.from(Change.from(next).moving(there, now).telling(fact), now);
    }

    private Change booked(Change change, Movement.Kind kind) {
        return change.booking(kind, IntentKey.of(payment.id(), step), payment.total());
    }
}

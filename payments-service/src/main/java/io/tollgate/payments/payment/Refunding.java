package io.tollgate.payments.payment;

import io.tollgate.payments.payment.NetworkAnswer.Done;
import io.tollgate.payments.payment.NetworkAnswer.Refused;
import io.tollgate.values.Money;
import java.time.Instant;
import java.util.Optional;

/** What a payment becomes by refunds that orders asks for: several, each a part, together never above what was captured. */
final class Refunding {
    static final String ORDER_CANCELED = "order-canceled";
    static final String NOT_CAPTURED = "not-captured";
    static final String CURRENCY_MISMATCH = "currency-mismatch";
    static final String EXCEEDS_CAPTURED = "exceeds-captured";

    private final Payment payment;
    private final Instant now;

    Refunding(Payment payment, Instant now) {
        this.payment = payment;
        this.now = now;
    }

    /** Orders asks for a refund that was not asked for before. */
    Change requested(RefundId id, Money amount) {
        Refund asked = Refund.requested(id, payment.id(), amount, now);
        return refusalOf(amount).map(code -> refused(payment, asked, code)).orElseGet(() -> Change.from(
                        payment.standing(payment.standing().asking(amount)))
                .moving(payment.status(), now)
                .asking(asked));
    }

    /** What the network says; ignored when the refund has ended. */
    Change answered(Refund refund, NetworkAnswer answer) {
        if (!refund.isPending()) {
            return Change.nothing(payment);
        }
        if (answer instanceof Done) {
            return Onward.from(given(refund), now);
        }
        if (answer instanceof Refused refused) {
            Payment without = payment.standing(payment.standing().refused(refund.amount()));
            return Onward.from(refused(without, refund, refused.code()), now);
        }
        return Change.nothing(payment);
    }

    private Optional<String> refusalOf(Money amount) {
        if (payment.decision() == OrderDecision.CANCELED) {
            return Optional.of(ORDER_CANCELED);
        }
        if (!payment.status().isRefundable() && payment.status() != PaymentStatus.REFUNDED) {
            return Optional.of(NOT_CAPTURED);
        }
        if (!amount.currency().equals(payment.total().currency())) {
            return Optional.of(CURRENCY_MISMATCH);
        }
        return amount.amount() > payment.standing().left(payment.total())
                ? Optional.of(EXCEEDS_CAPTURED)
                : Optional.empty();
    }

    private Change given(Refund refund) {
        Payment less = payment.standing(payment.standing().given(refund.amount()));
        PaymentStatus there = less.rest().amount() == 0 ? PaymentStatus.REFUNDED : PaymentStatus.PARTIALLY_REFUNDED;
        Refund ended = refund.refunded(now);
        Change change = Change.from(less)
                .moving(there, now)
                .ending(ended)
                .booking(Movement.Kind.REFUNDED, IntentKey.of(refund), refund.amount());
        return change.telling(
                PaymentFact.of(PaymentFact.Kind.REFUNDED, change.payment()).about(ended));
    }

    private Change refused(Payment stays, Refund refund, String code) {
        Refund ended = refund.refused(code, now);
        Change change = Change.from(stays).moving(stays.status(), now).ending(ended);
        return change.telling(PaymentFact.of(PaymentFact.Kind.REFUND_REFUSED, change.payment())
                .about(ended));
    }
}

package io.tollgate.payments.payment;

import io.tollgate.values.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a payment, for others to know; {@code amount} and {@code reason} where the kind has one.
 *
 * @param refund present for the end of a refund that orders asked for
 * @param action present when the customer has to do something
 */
public record PaymentFact(
        Kind kind,
        PaymentId paymentId,
        OrderId orderId,
        long version,
        Optional<Money> amount,
        Optional<String> reason,
        Optional<RefundId> refund,
        Optional<Action> action,
        Instant at) {

    /** What can happen. */
    public enum Kind {
        AUTHORIZED,
        ACTION_REQUIRED,
        DECLINED,
        CAPTURED,
        CAPTURE_REFUSED,
        VOIDED,
        REFUNDED,
        REFUND_REFUSED
    }

    static PaymentFact of(Kind kind, Payment payment) {
        return new PaymentFact(
                kind,
                payment.id(),
                payment.orderId(),
                payment.version(),
                payment.terms().map(Terms::amount),
                payment.reason(),
                Optional.empty(),
                payment.action(),
                payment.updatedAt());
    }

    PaymentFact about(Refund asked) {
        return new PaymentFact(
                kind,
                paymentId,
                orderId,
                version,
                Optional.of(asked.amount()),
                asked.reason(),
                Optional.of(asked.id()),
                action,
                at);
    }

    PaymentFact of(Money part) {
        return new PaymentFact(kind, paymentId, orderId, version, Optional.of(part), reason, refund, action, at);
    }
}

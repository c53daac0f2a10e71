package io.tollgate.payments.payment;

import io.tollgate.values.Money;
import java.time.Instant;
import java.util.Optional;

/** Something that happened to a payment, for others to know; {@code amount} and {@code reason} where the kind has one. */
public record PaymentFact(
        Kind kind,
        PaymentId paymentId,
        OrderId orderId,
        long version,
        Optional<Money> amount,
        Optional<String> reason,
        Instant at) {

    /** What can happen. */
    public enum Kind {
        AUTHORIZED,
        DECLINED,
        CAPTURED,
        CAPTURE_REFUSED,
        VOIDED,
        REFUNDED
    }

    static PaymentFact of(Kind kind, Payment payment) {
        return new PaymentFact(
                kind,
                payment.id(),
                payment.orderId(),
                payment.version(),
                payment.terms().map(Terms::amount),
                payment.reason(),
                payment.updatedAt());
    }
}

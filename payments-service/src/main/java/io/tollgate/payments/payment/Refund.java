package io.tollgate.payments.payment;

import io.tollgate.values.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A part of a payment that is to be given back, of its own, after the order was shipped.
 *
 * @param reason why it was refused
 * @param settledAt when its end was known
 */
public record Refund(
        RefundId id,
        PaymentId paymentId,
        Money amount,
        Status status,
        Optional<String> reason,
        Instant requestedAt,
        Optional<Instant> settledAt) {

    /** How it stands. */
    public enum Status {
        PENDING,
        REFUNDED,
        REFUSED
    }

    static Refund requested(RefundId id, PaymentId paymentId, Money amount, Instant now) {
        return new Refund(id, paymentId, amount, Status.PENDING, Optional.empty(), now, Optional.empty());
    }

    Refund refunded(Instant now) {
        return new Refund(id, paymentId, amount, Status.REFUNDED, Optional.empty(), requestedAt, Optional.of(now));
    }

    Refund refused(String code, Instant now) {
        return new Refund(id, paymentId, amount, Status.REFUSED, Optional.of(code), requestedAt, Optional.of(now));
    }

    boolean isPending() {
        return status == Status.PENDING;
    }
}

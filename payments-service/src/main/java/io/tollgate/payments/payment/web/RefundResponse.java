package io.tollgate.payments.payment.web;

import io.tollgate.payments.payment.Refund;
import io.tollgate.values.Money;
import java.time.Instant;
import java.util.Optional;

/** A refund as the owner of the payment sees it. */
record RefundResponse(
        String id,
        String status,
        Money amount,
        Optional<String> reason,
        Instant requestedAt,
        Optional<Instant> settledAt) {
    static RefundResponse of(Refund refund) {
        return new RefundResponse(
                refund.id().value(),
                refund.status().name(),
                refund.amount(),
                refund.reason(),
                refund.requestedAt(),
                refund.settledAt());
    }
}

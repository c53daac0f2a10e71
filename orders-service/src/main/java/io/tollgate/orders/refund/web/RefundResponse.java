package io.tollgate.orders.refund.web;

import io.tollgate.orders.refund.OrderRefund;
import io.tollgate.orders.refund.RefundStatus;
import io.tollgate.values.Money;
import java.time.Instant;
import java.util.Optional;

/** A refund as those see it who may see its order. */
record RefundResponse(
        String id,
        String orderId,
        RefundStatus status,
        Money amount,
        Optional<String> reason,
        Optional<String> refusal,
        Instant createdAt,
        Optional<Instant> settledAt) {

    static RefundResponse of(OrderRefund refund) {
        return of(refund, refund.refund().reason());
    }

    /** For the answer that is kept to be replayed: support's words may name the customer, and an erasure cannot reach them there. */
    static RefundResponse withoutWords(OrderRefund refund) {
        return of(refund, Optional.empty());
    }

    private static RefundResponse of(OrderRefund refund, Optional<String> reason) {
        return new RefundResponse(
                refund.refund().id(),
                refund.orderId().value(),
                refund.status(),
                refund.refund().amount(),
                reason,
                refund.refusal(),
                refund.requestedAt(),
                refund.settledAt());
    }
}

package io.tollgate.payments.payment.web;

import io.tollgate.payments.payment.Payment;
import io.tollgate.payments.payment.Terms;
import io.tollgate.values.Money;
import java.time.Instant;
import java.util.Optional;

/** A payment as its owner sees it. */
record PaymentResponse(
        String id,
        String orderId,
        String status,
        Money amount,
        Optional<String> reason,
        Instant createdAt,
        Instant updatedAt) {
    static PaymentResponse of(Payment payment) {
        return new PaymentResponse(
                payment.id().value(),
                payment.orderId().value(),
                status(payment),
                payment.terms().map(Terms::amount).orElseThrow(),
                payment.reason(),
                payment.createdAt(),
                payment.updatedAt());
    }

    private static String status(Payment payment) {
        return payment.isCancelRequested()
                ? "CANCEL_REQUESTED"
                : payment.status().name();
    }
}

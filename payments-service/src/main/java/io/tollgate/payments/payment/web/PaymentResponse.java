package io.tollgate.payments.payment.web;

import io.tollgate.payments.payment.Payment;
import io.tollgate.payments.payment.PaymentStatus;
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
        Optional<Money> refunded,
        Optional<NextAction> nextAction,
        Optional<String> reason,
        Instant createdAt,
        Instant updatedAt) {

    /** What the customer has to do before it goes on. */
    record NextAction(String type, String url, Instant expiresAt) {}

    static PaymentResponse of(Payment payment) {
        Money total = payment.terms().map(Terms::amount).orElseThrow();
        return new PaymentResponse(
                payment.id().value(),
                payment.orderId().value(),
                status(payment),
                total,
                Optional.of(new Money(payment.standing().refunded(), total.currency()))
                        .filter(refunded -> refunded.amount() > 0),
                nextAction(payment),
                payment.reason(),
                payment.createdAt(),
                payment.updatedAt());
    }

    private static Optional<NextAction> nextAction(Payment payment) {
        return payment.action()
                .filter(action -> payment.status() == PaymentStatus.ACTION_REQUIRED)
                .map(action -> new NextAction("redirect", action.url(), action.expiresAt()));
    }

    private static String status(Payment payment) {
        return payment.isCancelRequested()
                ? "CANCEL_REQUESTED"
                : payment.status().name();
    }
}

package io.tollgate.payments.payment.messages;

import io.tollgate.payments.payment.Action;
import io.tollgate.payments.payment.PaymentFact;
import io.tollgate.payments.payment.RefundId;
import io.tollgate.values.Money;
import java.time.Instant;
import java.util.Optional;

/** What others read of a payment: one record per fact, as its schema says. */
final class FactData {
    record Authorized(String paymentId, String orderId, long version, Money amount, Instant authorizedAt) {}

    record Declined(String paymentId, String orderId, long version, String reason, Instant declinedAt) {}

    record Captured(String paymentId, String orderId, long version, Money amount, Instant capturedAt) {}

    record CaptureRefused(String paymentId, String orderId, long version, String reason, Instant refusedAt) {}

    record Voided(String paymentId, String orderId, long version, Money amount, Instant voidedAt) {}

    record Refunded(
            String paymentId,
            String orderId,
            long version,
            Money amount,
            Optional<String> refundId,
            Instant refundedAt) {}

    record RefundRefused(
            String paymentId, String orderId, long version, String refundId, String reason, Instant refusedAt) {}

    record ActionRequired(
            String paymentId, String orderId, long version, String actionUrl, Instant expiresAt, Instant requiredAt) {
        static ActionRequired of(PaymentFact fact) {
            Action action = fact.action().orElseThrow();
            return new ActionRequired(
                    fact.paymentId().value(),
                    fact.orderId().value(),
                    fact.version(),
                    action.url(),
                    action.expiresAt(),
                    fact.at());
        }
    }

    private FactData() {}

    static Object of(PaymentFact fact) {
        String id = fact.paymentId().value();
        String order = fact.orderId().value();
        long version = fact.version();
        return switch (fact.kind()) {
            case AUTHORIZED -> new Authorized(id, order, version, amount(fact), fact.at());
            case DECLINED -> new Declined(id, order, version, reason(fact), fact.at());
            case CAPTURED -> new Captured(id, order, version, amount(fact), fact.at());
            case CAPTURE_REFUSED -> new CaptureRefused(id, order, version, reason(fact), fact.at());
            case VOIDED -> new Voided(id, order, version, amount(fact), fact.at());
            case REFUNDED -> new Refunded(id, order, version, amount(fact), refund(fact), fact.at());
            case REFUND_REFUSED ->
                new RefundRefused(id, order, version, refund(fact).orElseThrow(), reason(fact), fact.at());
            case ACTION_REQUIRED -> ActionRequired.of(fact);
        };
    }

    private static Optional<String> refund(PaymentFact fact) {
        return fact.refund().map(RefundId::value);
    }

    private static Money amount(PaymentFact fact) {
        return fact.amount().orElseThrow();
    }

    private static String reason(PaymentFact fact) {
        return fact.reason().orElseThrow();
    }
}

package io.tollgate.payments.payment;

import java.util.Locale;
import java.util.Optional;

/**
 * One step of one payment.
 *
 * @param refund present for a refund that orders asked for
 */
public record IntentKey(PaymentId paymentId, Step step, Optional<RefundId> refund) {
    public static IntentKey of(PaymentId paymentId, Step step) {
        return new IntentKey(paymentId, step, Optional.empty());
    }

    static IntentKey of(Refund refund) {
        return new IntentKey(refund.paymentId(), Step.REFUND, Optional.of(refund.id()));
    }

    /** The idempotency key at the network: the same for every attempt, by whichever instance, before and after a crash. */
    public String networkKey() {
        String key = paymentId + "-" + step.name().toLowerCase(Locale.ROOT);
        return refund.map(id -> key + "-" + id).orElse(key);
    }

    @Override
    public String toString() {
        return networkKey();
    }
}

package io.tollgate.payments.payment;

import java.util.Locale;

/** One step of one payment. */
public record IntentKey(PaymentId paymentId, Step step) {
    /** The idempotency key at the network: the same for every attempt, by whichever instance, before and after a crash. */
    public String networkKey() {
        return paymentId + "-" + step.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return networkKey();
    }
}

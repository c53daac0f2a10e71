package io.tollgate.payments.payment;

import io.tollgate.values.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A claimed step: what is needed to take it, and what is known of earlier attempts.
 *
 * @param token present for an authorization only
 * @param authorization present for every other step
 * @param attempt 1 for the first; a crash counts
 * @param takenAt when the network was last sent the step itself
 * @param canceled whether orders canceled the order by the time of the claim
 * @param trace the trace in which the step was decided
 */
public record Intent(
        IntentKey key,
        Money amount,
        Optional<PaymentToken> token,
        Optional<String> authorization,
        int attempt,
        Instant takenAt,
        boolean canceled,
        Optional<String> trace) {

    boolean isFirstAttempt() {
        return attempt == 1;
    }

    boolean isPointless() {
        return canceled && key.step().isPointlessWhenCanceled();
    }
}

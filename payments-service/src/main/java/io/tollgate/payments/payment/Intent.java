package io.tollgate.payments.payment;

import io.tollgate.values.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A claimed step: what is needed to take it, and what is known of earlier attempts.
 *
 * @param amount what the step is about
 * @param secret the payment token of an authorization, or the code of a confirmation
 * @param authorization present for every step but the first
 * @param attempt 1 for the first; a crash counts
 * @param takenAt when the network was last sent the step itself
 * @param canceled whether orders canceled the order by the time of the claim
 * @param trace the trace in which the step was decided
 */
public record Intent(
        IntentKey key,
        Money amount,
        Optional<Secret> secret,
        Optional<String> authorization,
        int attempt,
        Instant takenAt,
        boolean canceled,
        Optional<String> trace) {

    boolean isFirstAttempt() {
        return attempt == 1;
    }

    /** The user was erased, and the token with it: what the network has not seen cannot be sent any more. */
    boolean hasLostItsToken() {
        return key.step() == Step.AUTHORIZE && secret.isEmpty();
    }

    boolean isPointless() {
        return canceled && key.step().isPointlessWhenCanceled();
    }
}

package io.tollgate.http.idempotency;

import java.time.Instant;
import java.util.Optional;

/** What is known about a key: who is at it, or how it ended. */
record IdempotencyRecord(
        Claim claim,
        String fingerprint,
        Instant leaseUntil,
        Instant expiresAt,
        Optional<Answer> answer,
        Optional<String> shownKeyId) {
    boolean isEnded() {
        return answer.isPresent() || shownKeyId.isPresent();
    }

    /** Nobody answers for it any more: too old, or its request died on the way. */
    boolean isFree(Instant now) {
        return !expiresAt.isAfter(now) || !isEnded() && !leaseUntil.isAfter(now);
    }
}

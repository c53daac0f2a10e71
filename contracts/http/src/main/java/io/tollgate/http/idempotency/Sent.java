package io.tollgate.http.idempotency;

import io.tollgate.http.Problem;
import io.tollgate.http.ProblemTypes;
import java.util.Optional;

/** A request under a key: whose it is, which key and operation (as one hash), and what it asks for (as another). */
record Sent(String clientId, Optional<String> userId, String id, String fingerprint) {
    void requireSame(String other) {
        if (!fingerprint.equals(other)) {
            throw Problem.of(ProblemTypes.IDEMPOTENCY_KEY_REUSED).asRefusal();
        }
    }
}

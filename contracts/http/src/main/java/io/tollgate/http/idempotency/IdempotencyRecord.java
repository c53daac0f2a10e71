package io.tollgate.http.idempotency;

import io.tollgate.http.Problem;
import io.tollgate.http.ProblemTypes;
import java.util.Optional;
import org.springframework.http.ResponseEntity;

/** How what a key asked for ended: with an answer, or with a secret that was shown instead of one that could be kept. */
record IdempotencyRecord(String fingerprint, Optional<Answer> answer, Optional<String> shownKeyId) {
    static IdempotencyRecord of(Sent sent, Answer answer) {
        return new IdempotencyRecord(sent.fingerprint(), Optional.of(answer), Optional.empty());
    }

    static IdempotencyRecord ofSecret(Sent sent, String keyId) {
        return new IdempotencyRecord(sent.fingerprint(), Optional.empty(), Optional.of(keyId));
    }

    /** A claim of the release before this one: its request is still at work, or dead. */
    boolean isOpen() {
        return answer.isEmpty() && shownKeyId.isEmpty();
    }

    ResponseEntity<byte[]> again(Sent sent) {
        sent.requireSame(fingerprint);
        return answer.map(Answer::again).orElseThrow(this::alreadyShown);
    }

    private RuntimeException alreadyShown() {
        return Problem.of(ProblemTypes.SECRET_ALREADY_SHOWN)
                .with("keyId", shownKeyId.orElseThrow())
                .asRefusal();
    }
}

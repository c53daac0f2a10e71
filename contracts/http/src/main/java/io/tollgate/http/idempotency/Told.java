package io.tollgate.http.idempotency;

import java.util.Optional;
import org.springframework.http.ResponseEntity;

/**
 * What a request is told.
 *
 * @param record what is kept, and told to all who ask for the same
 * @param fresh what is told to who did the work
 */
record Told(IdempotencyRecord record, Optional<Answer> fresh) {
    static Told first(IdempotencyRecord record, Answer answer) {
        return new Told(record, Optional.of(answer));
    }

    static Told again(IdempotencyRecord record) {
        return new Told(record, Optional.empty());
    }

    ResponseEntity<byte[]> to(Sent sent) {
        return fresh.map(Answer::first).orElseGet(() -> record.again(sent));
    }
}

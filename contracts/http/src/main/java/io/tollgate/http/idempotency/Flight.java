package io.tollgate.http.idempotency;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One request at work under a key, and whoever waits for its end. */
final class Flight {
    private final Sinks.One<IdempotencyRecord> landed = Sinks.one();
    private final String fingerprint;
    private volatile IdempotencyRecord kept;

    Flight(String fingerprint) {
        this.fingerprint = fingerprint;
    }

    String fingerprint() {
        return fingerprint;
    }

    /** What was kept, when all is over; empty if nothing was. */
    Mono<IdempotencyRecord> landed() {
        return landed.asMono();
    }

    void brings(Told told) {
        kept = told.record();
    }

    void land() {
        if (kept == null) {
            landed.tryEmitEmpty();
        } else {
            landed.tryEmitValue(kept);
        }
    }
}

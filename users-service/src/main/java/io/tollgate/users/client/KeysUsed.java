package io.tollgate.users.client;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Notes when keys were used last, to the minute; in the caller's transaction. */
@Service
public class KeysUsed {
    private final Keys keys;
    private final Clock clock;

    public KeysUsed(Keys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * By the keys' ids, as a gateway saw it; what it says of the future is now. Always in the same order: two
     * reports do not wait for each other.
     */
    public Mono<Void> handle(Map<String, Instant> uses) {
        Instant now = clock.instant();
        TreeMap<String, Instant> sorted = new TreeMap<>(uses);
        sorted.replaceAll((id, at) -> at.isAfter(now) ? now : at);
        return keys.used(sorted);
    }
}

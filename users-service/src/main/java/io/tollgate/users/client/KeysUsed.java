package io.tollgate.users.client;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
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

    /** By the keys' ids, as a gateway saw it; what it says of the future is now. */
    public Mono<Void> handle(Map<String, Instant> uses) {
        Instant now = clock.instant();
        return Flux.fromIterable(uses.entrySet())
                .concatMap(use -> keys.used(use.getKey(), use.getValue().isAfter(now) ? now : use.getValue()))
                .then();
    }
}

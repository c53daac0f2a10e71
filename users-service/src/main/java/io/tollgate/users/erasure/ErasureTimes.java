package io.tollgate.users.erasure;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** When it is, and when others are told again. */
@Service
public class ErasureTimes {
    private final Clock clock;
    private final ErasureProperties properties;

    public ErasureTimes(Clock clock, ErasureProperties properties) {
        this.clock = clock;
        this.properties = properties;
    }

    Instant now() {
        return clock.instant();
    }

    Instant next() {
        return clock.instant().plus(properties.repeat());
    }
}

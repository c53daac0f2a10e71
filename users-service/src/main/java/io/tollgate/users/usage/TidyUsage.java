package io.tollgate.users.usage;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Forgets usage and quotas that nobody asks for any more. */
@Service
public class TidyUsage {
    private final UsageCounters counters;
    private final UsageProperties properties;
    private final Clock clock;

    public TidyUsage(UsageCounters counters, UsageProperties properties, Clock clock) {
        this.counters = counters;
        this.properties = properties;
        this.clock = clock;
    }

    public Mono<Void> handle() {
        Instant now = clock.instant();
        return counters.tidy(now.minus(properties.keep()), now.minus(properties.keepReports()));
    }
}

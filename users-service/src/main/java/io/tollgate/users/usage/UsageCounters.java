package io.tollgate.users.usage;

import java.time.Instant;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What clients did, by day. */
public interface UsageCounters {
    /** Adds to what is counted already. */
    Mono<Void> add(UsageLine line);

    /** By client, day, operation and status; after a position that an earlier list ended with. */
    Flux<UsageLine> list(UsageFilter filter, Optional<UsagePosition> after, int limit);

    /** Forgets what is older than the first moment, and reports that are older than the second. */
    Mono<Void> tidy(Instant usageBefore, Instant reportsBefore);
}

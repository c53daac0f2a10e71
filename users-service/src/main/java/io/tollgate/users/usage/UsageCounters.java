package io.tollgate.users.usage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What clients did, by day. */
public interface UsageCounters {
    /** Adds to what is counted already; no two of them are of one client, day, operation and status. */
    Mono<Void> add(List<UsageLine> lines);

    /** By client, day, operation and status; after a position that an earlier list ended with. */
    Flux<UsageLine> list(UsageFilter filter, Optional<UsagePosition> after, int limit);

    /** Forgets what is older than the first moment, and reports that are older than the second. */
    Mono<Void> tidy(Instant usageBefore, Instant reportsBefore);
}

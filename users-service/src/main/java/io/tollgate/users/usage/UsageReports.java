package io.tollgate.users.usage;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** The reports that were taken. */
public interface UsageReports {
    /** Whether this one is new; it is known from now on. */
    Mono<Boolean> add(UsageReport report, Instant now);
}

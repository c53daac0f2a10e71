package io.tollgate.users.usage;

import reactor.core.publisher.Mono;

/** Takes its part out of each report of a gateway, in the report's transaction. */
public interface ReportReader {
    Mono<Void> read(UsageReport report);
}

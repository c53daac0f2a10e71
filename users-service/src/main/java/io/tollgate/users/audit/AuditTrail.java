package io.tollgate.users.audit;

import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The administrators' audit, for who reads it. */
public interface AuditTrail {
    /** The newest first, from before an entry on. */
    Flux<AuditEntry> list(Optional<String> subject, long before, int limit);

    /** The oldest first, up to an entry. */
    Flux<AuditEntry> upTo(long number);

    Mono<AuditHead> head();
}

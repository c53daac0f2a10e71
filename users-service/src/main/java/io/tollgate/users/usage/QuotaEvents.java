package io.tollgate.users.usage;

import reactor.core.publisher.Mono;

/** Who learns about quotas, in the transaction of the grant. */
public interface QuotaEvents {
    /** Everybody. */
    Mono<Void> publish(QuotaReached fact);

    /** Somebody who looks after the client. */
    Mono<Void> mail(QuotaMail mail);
}

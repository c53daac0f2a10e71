package io.tollgate.users.usage;

import reactor.core.publisher.Mono;

/** All counts of quotas, and what gateways hold of them. */
public interface QuotaCounts {
    /** The count of a client's quota in a period, made if it is new; nobody else changes it until the commit. */
    Mono<QuotaCount> hold(String clientId, QuotaTerms terms, Span span);

    /** What became of a held count. */
    Mono<Void> save(QuotaCount count);

    Mono<Void> add(Lease lease);

    Mono<Lease> lease(String leaseId);

    /** Gives back what is not used of a lease, once; afterwards and for an unknown lease nothing happens. */
    Mono<Void> giveBack(ReturnedLease returned);

    /** How a client stands with a quota in a period. */
    Mono<QuotaStanding> standing(String clientId, QuotaTerms terms, Span span);
}

package io.tollgate.users.usage;

import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hands counts of a quota to a gateway; that 80 or 100 percent are reached with them is told in the same transaction. */
@Service
public final class GrantLease {
    private final Subscribers subscribers;
    private final QuotaCounts counts;
    private final TellQuota tell;
    private final UnitOfWork transaction;
    private final LeaseTimes times;

    public GrantLease(
            Subscribers subscribers, QuotaCounts counts, TellQuota tell, UnitOfWork transaction, LeaseTimes times) {
        this.subscribers = subscribers;
        this.counts = counts;
        this.tell = tell;
        this.transaction = transaction;
        this.times = times;
    }

    /** Empty where there is no such client, or its plan has no such quota. */
    public Mono<GrantedLease> handle(LeaseWanted wanted) {
        return transaction.run(subscribers.find(wanted.clientId()).flatMap(subscriber -> Mono.justOrEmpty(
                        subscriber.quota(wanted.quota()))
                .flatMap(terms -> asked(wanted, subscriber, terms))));
    }

    private Mono<GrantedLease> asked(LeaseWanted wanted, Subscriber subscriber, QuotaTerms terms) {
        Span span = terms.period().at(times.now(), subscriber.zone());
        return counts.hold(subscriber.clientId(), terms, span).flatMap(count -> counts.lease(wanted.leaseId())
                .map(lease -> new GrantedLease(lease, terms, count.used(), span))
                .switchIfEmpty(Mono.defer(() -> grant(wanted, subscriber, terms, span, count))));
    }

    private Mono<GrantedLease> grant(
            LeaseWanted wanted, Subscriber subscriber, QuotaTerms terms, Span span, QuotaCount count) {
        long granted = count.grantable(wanted.wanted(), wanted.needed());
        Lease lease = new Lease(wanted.leaseId(), count.id(), wanted.gatewayId(), granted, times.expiry(span));
        QuotaCount after = count.using(granted);
        return (after.equals(count) ? Mono.<Void>empty() : counts.save(after))
                .then(granted == 0 ? Mono.empty() : Mono.defer(() -> counts.add(lease)))
                .thenMany(Flux.fromIterable(after.stepsSince(count)))
                .map(percent -> times.reached(subscriber, terms, percent, after.used(), span))
                .concatMap(fact -> tell.handle(subscriber, fact))
                .then(Mono.just(new GrantedLease(lease, terms, after.used(), span)));
    }
}

package io.tollgate.users.usage;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows what clients did, and how they stand with their quotas. */
@Service
public class ReadUsage {
    private final Subscribers subscribers;
    private final UsageCounters counters;
    private final QuotaCounts quotas;
    private final Clock clock;

    public ReadUsage(Subscribers subscribers, UsageCounters counters, QuotaCounts quotas, Clock clock) {
        this.subscribers = subscribers;
        this.counters = counters;
        this.quotas = quotas;
        this.clock = clock;
    }

    public Mono<List<UsageLine>> list(UsageFilter filter, Optional<UsagePosition> after, int limit) {
        return counters.list(filter, after, limit).collectList();
    }

    /** Refuses who does not own the client; somebody else's looks like none. */
    public Mono<Subscriber> owned(String clientId, String userId) {
        return subscribers
                .find(clientId)
                .filter(subscriber ->
                        subscriber.ownerId().filter(userId::equals).isPresent())
                .switchIfEmpty(Mono.error(UsageRefused.NoClient::new));
    }

    /** In the periods that are now, where the client is. */
    public Mono<List<QuotaStanding>> standings(Subscriber subscriber) {
        Instant now = clock.instant();
        return Flux.fromIterable(subscriber.quotas())
                .concatMap(terms -> quotas.standing(
                        subscriber.clientId(), terms, terms.period().at(now, subscriber.zone())))
                .collectList();
    }
}

package io.tollgate.gateway.quota;

import io.tollgate.values.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Fetches counts: for those that run low before anybody waits, else once for however many wait. */
@Service
public final class FetchLeases {
    private static final int AT_ONCE = 100;

    private final Leases leases;
    private final Holdings holdings;
    private final Ids ids;
    private final Clock clock;
    private final Map<Holding, Mono<Void>> asking = new ConcurrentHashMap<>();

    public FetchLeases(Leases leases, Holdings holdings, Ids ids, Clock clock) {
        this.leases = leases;
        this.holdings = holdings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Looks after everything that is held. */
    public Mono<Void> refill() {
        return Mono.defer(() -> Flux.fromIterable(holdings.sweep(clock.instant()))
                .buffer(AT_ONCE)
                .concatMap(this::fetch)
                .then());
    }

    /** Shared by all who wait for it; goes on when they go away. */
    Mono<Void> fetch(Holding holding) {
        return asking.computeIfAbsent(holding, empty -> Mono.defer(() -> fetch(List.of(holding)))
                .doFinally(signal -> asking.remove(holding))
                .cache());
    }

    private Mono<Void> fetch(List<Holding> low) {
        Instant now = clock.instant();
        List<Asked> asked = low.stream()
                .map(holding -> new Asked(holding, holding.wanted(ids.next("lea"), now)))
                .toList();
        return leases.lease(asked.stream().map(Asked::wanted).toList())
                .doOnNext(answers -> answered(asked, answers))
                .then();
    }

    private void answered(List<Asked> asked, List<Lease> answers) {
        Map<String, Lease> byId =
                answers.stream().collect(Collectors.toMap(Lease::leaseId, Function.identity(), (one, same) -> one));
        Instant now = clock.instant();
        for (Asked one : asked) {
            Lease lease = byId.get(one.wanted().leaseId());
            if (lease == null) {
                one.holding().unknown(now);
            } else {
                one.holding().answered(lease, one.wanted(), now).ifPresent(holdings::giveBack);
            }
        }
    }

    private record Asked(Holding holding, LeaseWanted wanted) {}
}

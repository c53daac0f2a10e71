package io.tollgate.gateway.quota;

import io.tollgate.gateway.plan.Mode;
import io.tollgate.gateway.plan.Quota;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counts a request against the quotas of its client's plan: out of what is held, or out of what is fetched for it. */
@Service
public final class AdmitRequest {
    private static final Mono<Admission> CLEAN = Mono.just(Admission.CLEAN);
    private static final Duration SOON = Duration.ofSeconds(2);
    /** Between two questions of which the first did not help. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Holdings holdings;
    private final FetchLeases fetch;
    private final QuotaProperties properties;
    private final Clock clock;

    public AdmitRequest(Holdings holdings, FetchLeases fetch, QuotaProperties properties, Clock clock) {
        this.holdings = holdings;
        this.fetch = fetch;
        this.properties = properties;
        this.clock = clock;
    }

    /** Fails with {@link QuotaRefused}, of which somebody may want to hear; then nothing is counted. */
    public Mono<Admission> handle(String clientId, List<Quota> quotas, long cost, Consumer<QuotaRefused> whenRefused) {
        Instant now = clock.instant();
        for (int i = 0; i < quotas.size(); i++) {
            if (!takes(clientId, quotas.get(i), cost, now)) {
                return waiting(clientId, quotas, cost, i).doOnError(QuotaRefused.class, whenRefused);
            }
        }
        return CLEAN;
    }

    /** Counts bytes of bodies when it is known how many went over. */
    public void charge(String clientId, List<Quota> quotas, long bytes) {
        Instant now = clock.instant();
        for (Quota quota : quotas) {
            if (quota.unit() == Quota.Unit.BYTES
                    && !holdings.of(clientId, quota, now).charge(bytes, now)) {
                holdings.of(clientId, quota, now).charge(bytes, now);
            }
        }
    }

    private boolean takes(String clientId, Quota quota, long cost, Instant now) {
        boolean free = quota.unit() == Quota.Unit.CALLS && cost == 0;
        return free || holdings.of(clientId, quota, now).take(cost(quota, cost), now);
    }

    private static long cost(Quota quota, long cost) {
        return quota.unit() == Quota.Unit.CALLS ? cost : 0;
    }

    /** The first ones are taken already. */
    private Mono<Admission> waiting(String clientId, List<Quota> quotas, long cost, int taken) {
        List<Quota> counted = new ArrayList<>(quotas.subList(0, taken));
        List<QuotaRefused> shadowed = new ArrayList<>();
        return Flux.fromIterable(quotas.subList(taken, quotas.size()))
                .concatMap(quota -> one(clientId, quota, cost)
                        .doOnSuccess(done -> counted.add(quota))
                        .onErrorResume(
                                QuotaRefused.class,
                                refused -> quota.mode() == Mode.SHADOW
                                        ? Mono.fromRunnable(() -> shadowed.add(refused))
                                        : Mono.error(refused)))
                .then(Mono.fromSupplier(() -> new Admission(List.copyOf(shadowed))))
                .doOnError(refused -> putBack(clientId, counted, cost))
                .doOnCancel(() -> putBack(clientId, counted, cost));
    }

    private void putBack(String clientId, List<Quota> counted, long cost) {
        Instant now = clock.instant();
        counted.forEach(quota -> holdings.of(clientId, quota, now).putBack(cost(quota, cost)));
    }

    private Mono<Void> one(String clientId, Quota quota, long cost) {
        return Mono.defer(() -> attempt(clientId, quota, cost))
                .repeat()
                .takeUntil(taken -> taken)
                .then()
                .timeout(properties.waitFor(), Mono.error(() -> new QuotaRefused.Unknown(quota.name(), SOON)));
    }

    private Mono<Boolean> attempt(String clientId, Quota quota, long cost) {
        Instant now = clock.instant();
        if (takes(clientId, quota, cost, now)) {
            return Mono.just(true);
        }
        Holding holding = holdings.of(clientId, quota, now);
        return holding.isEmpty(now) ? Mono.error(holding.refusal(now)) : fetched(holding, quota, cost);
    }

    private Mono<Boolean> fetched(Holding holding, Quota quota, long cost) {
        long needed = Math.max(1, cost(quota, cost));
        return Mono.defer(() -> {
                    holding.waits(needed);
                    return fetch.fetch(holding);
                })
                .doFinally(signal -> holding.waits(-needed))
                .then(Mono.defer(() -> pause(holding, quota, cost)))
                .thenReturn(false)
                .onErrorMap(
                        failure -> !(failure instanceof QuotaRefused),
                        away -> new QuotaRefused.Unknown(quota.name(), SOON));
    }

    /** Not at all where there is something to be had now, or nothing. */
    private Mono<Long> pause(Holding holding, Quota quota, long cost) {
        Instant now = clock.instant();
        boolean useful = holding.isEmpty(now) || holding.isPast(now) || holding.holds(cost(quota, cost), now);
        return useful ? Mono.empty() : Mono.delay(PAUSE);
    }
}

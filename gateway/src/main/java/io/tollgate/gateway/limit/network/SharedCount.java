package io.tollgate.gateway.limit.network;

import io.tollgate.gateway.limit.Count;
import io.tollgate.gateway.limit.Standing;
import io.tollgate.gateway.limit.Standing.Outcome;
import io.tollgate.gateway.plan.Limit;
import io.tollgate.gateway.plan.WhenSharedStoreAway;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** A count that several gateways have in common: most is taken from a lease, and Redis is asked when that is low. */
final class SharedCount implements Count {
    private static final long ALONE = -1;
    private static final long SECOND = 1_000_000_000;

    private final String key;
    private final Shared shared;
    private final AtomicReference<Held> held;
    private final AtomicReference<Alone> alone = new AtomicReference<>();
    private final AtomicReference<CompletableFuture<Void>> asking = new AtomicReference<>();
    private final AtomicLong leases = new AtomicLong();
    private volatile Sharing sharing;
    private volatile WhenSharedStoreAway whenAway;

    SharedCount(String key, Limit limit, WhenSharedStoreAway whenAway, Shared shared) {
        this.key = key;
        this.shared = shared;
        this.sharing = Sharing.of(limit, shared);
        this.whenAway = whenAway;
        this.held = new AtomicReference<>(Held.nothing(limit.most(), shared.now()));
    }

    Limit limit() {
        return sharing.limit();
    }

    SharedCount under(Limit limit, WhenSharedStoreAway away) {
        if (sharing.limit() != limit && !sharing.limit().equals(limit)) {
            sharing = Sharing.of(limit, shared);
        }
        whenAway = away;
        return this;
    }

    @Override
    public Standing take(long cost) {
        while (true) {
            long now = shared.now();
            Held before = held.get();
            Optional<Lease> lease = cost == 0 ? Optional.empty() : before.with(cost, now);
            if (lease.isEmpty()) {
                return cost == 0 ? standing(Outcome.TAKEN, before, now, 0) : without(cost, before, now);
            }
            Held after = before.take(lease.get(), cost, now);
            if (held.compareAndSet(before, after)) {
                if (after.isLow(now) && shared.store().isThere() && alone.get() == null) {
                    ask(1);
                }
                return standing(Outcome.TAKEN, after, now, 0).from(lease.get().id());
            }
        }
    }

    @Override
    public void giveBack(long cost, Standing taken) {
        Alone share = alone.get();
        if (taken.from() != ALONE) {
            held.updateAndGet(now -> now.giveBack(taken.from(), cost));
        } else if (share != null) {
            share.share().giveBack(cost, taken);
        }
    }

    @Override
    public Mono<Void> more(long cost) {
        return Mono.fromFuture(() -> ask(cost), true);
    }

    /** Brings back what nobody seems to need, or nobody can use any more. */
    void tidy() {
        long now = shared.now();
        Held still = held.get();
        boolean idle = now - still.touched() > SECOND;
        Stream.of(still.newer(), still.older())
                .flatMap(Optional::stream)
                .filter(lease -> lease.unused() > 0 && (idle || lease.left(now) == 0))
                .forEach(this::bringBack);
    }

    void bringBack() {
        Held still = held.get();
        Stream.of(still.newer(), still.older()).flatMap(Optional::stream).forEach(this::bringBack);
    }

    private void bringBack(Lease lease) {
        Held before = held.get();
        boolean same = Stream.of(before.newer(), before.older()).anyMatch(Optional.of(lease)::equals);
        if (same && held.compareAndSet(before, before.without(lease))) {
            shared.store().run(sharing.script(), key, sharing.arguments(Ask.nothing(lease)));
        }
    }

    private Standing without(long cost, Held now, long nanos) {
        if (!shared.store().isThere()) {
            return alone(cost, now, nanos);
        }
        return now.refuses(cost, nanos) && alone.get() == null
                ? standing(Outcome.REFUSED, now, nanos, now.refusedUntil() - nanos)
                : standing(Outcome.ASK, now, nanos, 0);
    }

    private Standing alone(long cost, Held now, long nanos) {
        shared.countAlone();
        Limit limit = sharing.limit();
        if (whenAway == WhenSharedStoreAway.REFUSE || !limit.hasPart(shared.gateways())) {
            return standing(Outcome.AWAY, now, nanos, SECOND);
        }
        Limit part = limit.part(shared.gateways());
        return cost > part.most()
                ? standing(Outcome.AWAY, now, nanos, SECOND)
                : share(part).take(cost).from(ALONE);
    }

    /** Begins with nothing: what others have left of the limit is not known, only that it comes back from now on. */
    private Count share(Limit part) {
        Alone known = alone.get();
        if (known == null) {
            Store store = shared.store();
            Count share = shared.own().usedUp(part, store.awaySince());
            alone.compareAndSet(null, new Alone(share, Math.max(1, store.lastHeard())));
        }
        return alone.get().share();
    }

    /** One question at a time; whoever comes meanwhile waits for the same answer. */
    private CompletableFuture<Void> ask(long need) {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        if (!asking.compareAndSet(null, mine)) {
            CompletableFuture<Void> others = asking.get();
            return others == null ? CompletableFuture.completedFuture(null) : others;
        }
        long asked = shared.now();
        Sharing terms = sharing;
        Ask question = question(need, terms);
        shared.countAsked();
        shared.store().run(terms.script(), key, terms.arguments(question)).whenComplete((answer, failure) -> {
            if (failure == null && answer.get(0) >= 0) {
                Granted granted = Granted.read(answer, question.id(), asked, terms.lasts());
                held.updateAndGet(now -> now.granted(granted, need, terms.keepsOlder(), shared.now()));
            }
            asking.set(null);
            mine.complete(null);
        });
        return mine;
    }

    /** What is brought along is forgotten here first: if the question is lost, so is that, but it is not used twice. */
    private Ask question(long need, Sharing terms) {
        Alone was = alone.getAndSet(null);
        Held before = held.getAndUpdate(
                now -> back(terms, now).map(now::without).orElse(now).settled());
        return new Ask(
                need,
                Math.max(need, 2 * before.used()),
                leases.incrementAndGet(),
                terms.keepsOlder() ? before.newer() : Optional.empty(),
                back(terms, before),
                was == null ? 0 : was.away(),
                was == null ? 0 : was.share().take(0).remaining());
    }

    /** What there is no room for beside a new lease. */
    private static Optional<Lease> back(Sharing terms, Held now) {
        return terms.keepsOlder() ? now.older() : now.newer();
    }

    private Standing standing(Outcome outcome, Held now, long nanos, long untilNext) {
        long remaining = Math.min(sharing.limit().most(), now.left(nanos) + now.rest());
        return new Standing(outcome, remaining, sharing.untilFull(remaining, now.fullAt() - nanos), untilNext);
    }
}

package io.tollgate.gateway.quota;

import io.tollgate.gateway.plan.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** What this gateway holds of one quota of one client. Taking is one compare-and-set; nobody waits for anybody. */
final class Holding {
    private final String clientId;
    private final Quota quota;
    private final QuotaProperties properties;
    private final AtomicReference<Stock> stock = new AtomicReference<>(Stock.NONE);
    private final AtomicReference<String> pending = new AtomicReference<>();
    private final AtomicLong waiting = new AtomicLong();
    private final LeaseSize size;
    private volatile Optional<Lease> last = Optional.empty();
    private volatile boolean tight;
    private volatile Instant emptyUntil = Instant.MIN;
    private volatile Instant freeUntil = Instant.MIN;
    private volatile Instant usedAt;
    private volatile boolean ended;

    Holding(String clientId, Quota quota, QuotaProperties properties, Instant now) {
        this.clientId = clientId;
        this.quota = quota;
        this.properties = properties;
        this.size = new LeaseSize(quota.unit(), properties);
        this.usedAt = now;
    }

    /** Takes so many counts out of what is held. */
    boolean take(long cost, Instant now) {
        if (now.isBefore(freeUntil)) {
            return true;
        }
        Stock before = stock.get();
        while (before.has(Math.max(1, cost), now)) {
            if (stock.compareAndSet(before, before.less(cost))) {
                usedAt = now;
                return true;
            }
            before = stock.get();
        }
        return false;
    }

    boolean holds(long cost, Instant now) {
        return now.isBefore(freeUntil) || stock.get().has(Math.max(1, cost), now);
    }

    /** Counts what was used whether it was held or not; false when all is given back already. */
    boolean charge(long used, Instant now) {
        usedAt = now;
        return !stock.updateAndGet(held -> held.retired() ? held : held.less(used))
                .retired();
    }

    /** Of a request that another quota refused. */
    void putBack(long cost) {
        stock.updateAndGet(held -> held.retired() ? held : held.less(-cost));
    }

    /** Somebody waits for so many counts; to be called again with as many less when it does no more. */
    void waits(long cost) {
        waiting.addAndGet(cost);
    }

    /** Never more than fills up what is held to one lease: so much is lost when the gateway is killed. */
    LeaseWanted wanted(String freshId, Instant now) {
        String id = pending.updateAndGet(asked -> asked == null ? freshId : asked);
        long left = stock.get().left();
        long needed = Math.max(0, Math.max(0, waiting.get()) - left);
        long missing = Math.max(1, size.next(now) - Math.max(0, left));
        return new LeaseWanted(id, clientId, quota.name(), Math.max(missing, needed), needed);
    }

    /** What was asked for is there, or is not: an answer heard twice counts once. What comes too late goes back at once. */
    Optional<ReturnedLease> answered(Lease lease, LeaseWanted wanted, Instant now) {
        String asked = pending.get();
        if (!lease.leaseId().equals(asked) || !pending.compareAndSet(asked, null)) {
            return Optional.empty();
        }
        boolean ofAnother = last.filter(known -> !known.periodEnd().equals(lease.periodEnd()))
                .isPresent();
        if (ofAnother || lease.isOver(now)) {
            ended = ended || ofAnother;
            return lease.granted() == 0 ? Optional.empty() : Optional.of(unused(lease));
        }
        size.answered(now);
        tight = lease.granted() < wanted.wanted();
        last = Optional.of(lease);
        if (lease.granted() < Math.max(1, wanted.needed())) {
            emptyUntil = now.plus(properties.emptyFor());
        }
        boolean kept = lease.granted() == 0
                || !stock.updateAndGet(held -> held.plus(lease)).retired();
        return kept ? Optional.empty() : Optional.of(unused(lease));
    }

    private static ReturnedLease unused(Lease lease) {
        return new ReturnedLease(lease.leaseId(), 0);
    }

    /** users-service knows no such quota of this client: for a moment nothing is counted, then it is asked again. */
    void unknown(Instant now) {
        freeUntil = now.plus(properties.look());
    }

    /** Whether its period is over, or nothing can be held any more. */
    boolean isPast(Instant now) {
        return ended
                || stock.get().retired()
                || last.filter(lease -> !now.isBefore(lease.periodEnd())).isPresent();
    }

    /** Whether it is known that there is nothing to be had. */
    boolean isEmpty(Instant now) {
        return now.isBefore(emptyUntil) && last.isPresent();
    }

    /** Whether more should be fetched before somebody has to wait for it; near the limit that is left to whoever needs it. */
    boolean isLow(Instant now) {
        Stock held = stock.get();
        boolean wanted = held.left() < 0 || !tight && last.isPresent() && held.left() < size.low();
        return wanted && !isPast(now) && !isEmpty(now);
    }

    /** Whether it is of no use any more, or could not be given back much longer. */
    boolean isOver(Instant now) {
        boolean idle = usedAt.plus(properties.idleFor()).isBefore(now) && waiting.get() <= 0;
        Instant soon = now.plus(properties.idleFor());
        return idle || isPast(now) || stock.get().leases().stream().anyMatch(lease -> lease.isOverUnasked(soon));
    }

    /** The leases that are used up since the last time. */
    List<ReturnedLease> settle() {
        Stock before = stock.get();
        Stock after = before.settled();
        boolean settled = after != before && stock.compareAndSet(before, after);
        return settled
                ? before.returns()
                        .subList(0, before.leases().size() - after.leases().size())
                : List.of();
    }

    /** Nothing more is taken out; what is left goes back, and what was asked for and never answered. */
    List<ReturnedLease> retire() {
        List<ReturnedLease> returns =
                new ArrayList<>(stock.getAndUpdate(Stock::gone).returns());
        String unanswered = pending.getAndSet(null);
        if (unanswered != null) {
            returns.add(new ReturnedLease(unanswered, 0));
        }
        return returns;
    }

    QuotaRefused.Exceeded refusal(Instant now) {
        Lease lease = last.orElseThrow(() -> new IllegalStateException("nothing is known of " + quota.name()));
        long everywhere = Math.max(0, lease.limit() - lease.used());
        long here = Math.max(0, stock.get().left());
        return new QuotaRefused.Exceeded(
                quota.name(), lease.limit(), everywhere + here, Duration.between(now, lease.periodEnd()));
    }
}

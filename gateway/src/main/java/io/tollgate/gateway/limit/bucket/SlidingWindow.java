package io.tollgate.gateway.limit.bucket;

import io.tollgate.gateway.limit.Standing;
import io.tollgate.gateway.plan.Algorithm;
import io.tollgate.gateway.plan.Limit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Never more than the limit in any stretch as long as the window. Uses are counted in sixtieths of the window, each of
 * which counts until its last moment is a window ago: what is used comes back at most a sixtieth too late, never early.
 */
final class SlidingWindow implements LocalCount {
    private final LongSupplier nanos;
    private final AtomicReference<Slots> slots = new AtomicReference<>(Slots.NONE);
    private final long window;
    private volatile Limit limit;

    SlidingWindow(Limit limit, LongSupplier nanos) {
        this.limit = limit;
        this.nanos = nanos;
        this.window = limit.window().toNanos();
    }

    @Override
    public Standing take(long cost) {
        while (true) {
            long now = nanos.getAsLong();
            Slots before = slots.get();
            Slots live = before.at(now, window);
            boolean fits = cost == 0 || live.used() + cost <= limit.limit();
            Slots after = fits ? live.with(cost) : live;
            if (cost == 0 || !fits || slots.compareAndSet(before, after)) {
                return standing(fits, after, now, cost);
            }
        }
    }

    /** The oldest uses are struck out: what is left counts longer than it had to, never shorter. */
    @Override
    public void giveBack(long cost, Standing taken) {
        slots.updateAndGet(now -> now.withoutOldest(cost));
    }

    @Override
    public Limit limit() {
        return limit;
    }

    @Override
    public LocalCount under(Limit changed) {
        if (changed.algorithm() == Algorithm.SLIDING_WINDOW && changed.window().toNanos() == window) {
            limit = changed;
            return this;
        }
        return LocalCounts.fresh(changed, nanos);
    }

    SlidingWindow usedUpAt(long moment) {
        slots.set(Slots.NONE.at(moment, window).with(limit.limit()));
        return this;
    }

    private Standing standing(boolean fits, Slots now, long moment, long cost) {
        long remaining = Math.max(0, limit.limit() - now.used());
        long untilNext = fits ? 0 : now.untilFree(now.used() + cost - limit.limit(), moment, window);
        return new Standing(
                fits ? Standing.Outcome.TAKEN : Standing.Outcome.REFUSED,
                remaining,
                now.untilAllFree(moment, window),
                untilNext);
    }
}

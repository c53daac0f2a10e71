package io.tollgate.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.gateway.plan.Algorithm;
import io.tollgate.gateway.plan.Limit;
import java.util.ArrayList;
import java.util.List;

/** What was admitted when, checked against the definition of a limit by looking at every stretch of time. */
public final class Ledger {
    private record Admitted(long begun, long ended, long cost) {}

    private final Limit limit;
    private final List<Admitted> admitted = new ArrayList<>();

    public Ledger(Limit limit) {
        this.limit = limit;
    }

    public void admitted(long moment, long cost) {
        admitted(moment, moment, cost);
    }

    /** Somewhere between two moments. */
    public synchronized void admitted(long begun, long ended, long cost) {
        admitted.add(new Admitted(begun, ended, Math.min(cost, limit.most())));
    }

    public synchronized long total() {
        return admitted.stream().mapToLong(Admitted::cost).sum();
    }

    /** Only what certainly lies in a stretch counts for it. */
    public synchronized void check() {
        for (Admitted first : admitted) {
            for (Admitted last : admitted) {
                if (first.begun <= last.ended) {
                    check(first.begun, last.ended);
                }
            }
        }
    }

    private void check(long from, long to) {
        if (limit.algorithm() == Algorithm.SLIDING_WINDOW
                && to - from >= limit.window().toNanos()) {
            return;
        }
        long cost = admitted.stream()
                .filter(one -> one.begun >= from && one.ended <= to)
                .mapToLong(Admitted::cost)
                .sum();
        assertThat((double) cost)
                .as("admitted by %s within %s ms", limit, (to - from) / 1e6)
                .isLessThanOrEqualTo(most(to - from) + 1e-6);
    }

    private double most(long nanos) {
        return limit.algorithm() == Algorithm.TOKEN_BUCKET
                ? limit.burst()
                        + (double) limit.limit() * nanos / limit.window().toNanos()
                : limit.limit();
    }
}

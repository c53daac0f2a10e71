package io.tollgate.gateway.limit;

import io.tollgate.gateway.plan.Algorithm;
import io.tollgate.gateway.plan.Limit;
import java.util.ArrayList;
import java.util.Comparator;
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
        List<Admitted> byEnd = admitted.stream()
                .sorted(Comparator.comparingLong(Admitted::ended))
                .toList();
        admitted.stream().map(Admitted::begun).distinct().forEach(from -> checkFrom(from, byEnd));
    }

    private void checkFrom(long from, List<Admitted> byEnd) {
        long cost = 0;
        for (Admitted one : byEnd) {
            if (one.begun >= from) {
                cost += one.cost;
                check(cost, one.ended - from);
            }
        }
    }

    private void check(long cost, long nanos) {
        boolean longer = limit.algorithm() == Algorithm.SLIDING_WINDOW
                && nanos >= limit.window().toNanos();
        if (!longer && cost > most(nanos) + 1e-6) {
            throw new AssertionError("%s units admitted in %.3f ms by %s".formatted(cost, nanos / 1e6, limit));
        }
    }

    private double most(long nanos) {
        return limit.algorithm() == Algorithm.TOKEN_BUCKET
                ? limit.burst()
                        + (double) limit.limit() * nanos / limit.window().toNanos()
                : limit.limit();
    }
}

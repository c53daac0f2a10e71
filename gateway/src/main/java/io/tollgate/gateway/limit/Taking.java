package io.tollgate.gateway.limit;

import io.tollgate.gateway.plan.Limit;
import io.tollgate.gateway.plan.Mode;
import reactor.core.publisher.Mono;

/** What one request takes from one count. */
final class Taking {
    private static final long SOON = 1_000_000_000;

    private final Limit limit;
    private final Count count;
    private final long cost;
    private Standing standing;

    /** What costs more than a limit holds takes all of it: nothing is refused for ever. */
    Taking(Limit limit, Count count, long cost) {
        this.limit = limit;
        this.count = count;
        this.cost = Math.min(cost, limit.most());
    }

    void take() {
        standing = count.take(cost);
    }

    /** For a request that another limit refuses. */
    void undo() {
        if (standing.isTaken()) {
            count.giveBack(cost, standing);
            standing = count.take(0);
        }
    }

    boolean isRefusing() {
        return limit.mode() == Mode.ENFORCE && !standing.isTaken();
    }

    boolean mustAsk() {
        return standing.outcome() == Standing.Outcome.ASK;
    }

    Mono<Void> ask() {
        return count.more(cost);
    }

    /** Who asked again and again and never got an answer that still held is refused for a moment. */
    void giveUp() {
        if (mustAsk()) {
            standing = standing.refused(SOON);
        }
    }

    Counted counted() {
        return new Counted(limit, standing);
    }
}

package io.tollgate.gateway.limit;

import io.tollgate.gateway.plan.Limit;
import io.tollgate.gateway.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Counts a request against all limits of its plan, or against none if one of them refuses. */
@Service
public final class TakeAllowance {
    private static final int ASKED = 4;

    private final Counts counts;

    public TakeAllowance(Counts counts) {
        this.counts = counts;
    }

    public Mono<Verdict> handle(Plan plan, Limited who, String operation) {
        return attempt(plan.name(), takings(plan, who, operation), ASKED);
    }

    private List<Taking> takings(Plan plan, Limited who, String operation) {
        List<Taking> takings = new ArrayList<>(plan.limits().size());
        int cost = plan.costOf(operation);
        for (Limit limit : plan.limits()) {
            if (limit.isAbout(operation)) {
                CountKey key = CountKey.of(plan.name(), limit, who, operation);
                takings.add(new Taking(limit, counts.of(key, limit, plan.whenSharedStoreAway()), cost));
            }
        }
        return takings;
    }

    /** In memory this is decided at once; only who has to ask others comes round again. */
    private Mono<Verdict> attempt(String plan, List<Taking> takings, int left) {
        boolean asks = false;
        boolean refuses = false;
        for (Taking taking : takings) {
            taking.take();
            asks |= taking.mustAsk();
            refuses |= taking.isRefusing();
        }
        if (asks || refuses) {
            takings.forEach(Taking::undo);
        }
        return asks && left > 0 ? askedAgain(plan, takings, left - 1) : Mono.just(verdict(plan, takings));
    }

    private Mono<Verdict> askedAgain(String plan, List<Taking> takings, int left) {
        List<Mono<Void>> questions =
                takings.stream().filter(Taking::mustAsk).map(Taking::ask).toList();
        return Mono.when(questions).then(Mono.defer(() -> attempt(plan, takings, left)));
    }

    private static Verdict verdict(String plan, List<Taking> takings) {
        List<Counted> counted = new ArrayList<>(takings.size());
        for (Taking taking : takings) {
            taking.giveUp();
            counted.add(taking.counted());
        }
        return new Verdict(plan, counted);
    }
}

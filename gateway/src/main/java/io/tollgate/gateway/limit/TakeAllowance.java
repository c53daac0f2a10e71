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
        takings.forEach(Taking::take);
        boolean asks = takings.stream().anyMatch(Taking::mustAsk);
        if (takings.stream().anyMatch(Taking::isRefusing) || asks) {
            takings.forEach(Taking::undo);
        }
        if (asks && left > 0) {
            return Mono.when(takings.stream()
                            .filter(Taking::mustAsk)
                            .map(Taking::ask)
                            .toList())
                    .then(Mono.defer(() -> attempt(plan, takings, left - 1)));
        }
        takings.forEach(Taking::giveUp);
        return Mono.just(new Verdict(plan, takings.stream().map(Taking::counted).toList()));
    }
}

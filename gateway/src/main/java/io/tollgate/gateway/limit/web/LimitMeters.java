package io.tollgate.gateway.limit.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.gateway.limit.Counted;
import io.tollgate.gateway.limit.InFlight;
import io.tollgate.gateway.limit.Verdict;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What limits did, by plan and limit; the registry is asked for each counter once. */
@Component
final class LimitMeters {
    private static final String NAME = "tollgate.gateway.plan.limit";

    private final MeterRegistry meters;
    private final Map<Label, Counter> counters = new ConcurrentHashMap<>();

    LimitMeters(MeterRegistry meters, InFlight inFlight) {
        this.meters = meters;
        meters.gauge("tollgate.gateway.clients.in.flight", inFlight, InFlight::clients);
    }

    void count(Verdict verdict) {
        boolean admitted = verdict.isAdmitted();
        for (Counted one : verdict.counted()) {
            if (!one.standing().isTaken()) {
                add(verdict.plan(), one.limit().name(), one.isEnforced() ? "refused" : "shadow");
            } else if (admitted) {
                add(verdict.plan(), one.limit().name(), "admitted");
            }
        }
    }

    void refusedAtOnce(String plan) {
        add(plan, "concurrency", "refused");
    }

    private void add(String plan, String limit, String outcome) {
        counters.computeIfAbsent(new Label(plan, limit, outcome), this::counter).increment();
    }

    private Counter counter(Label label) {
        return meters.counter(NAME, "plan", label.plan, "limit", label.limit, "outcome", label.outcome);
    }

    private record Label(String plan, String limit, String outcome) {}
}

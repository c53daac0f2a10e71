package io.tollgate.gateway.limit;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What all limits of a plan together say about a request. */
public record Verdict(String plan, List<Counted> counted) {
    public boolean isAdmitted() {
        for (Counted one : counted) {
            if (one.isRefusing()) {
                return false;
            }
        }
        return true;
    }

    /** Why it is not: the limit that it must wait for longest. */
    public Optional<RuntimeException> refusal() {
        return counted.stream()
                .filter(Counted::isRefusing)
                .max(Comparator.comparingLong(refusing -> refusing.standing().untilNext()))
                .map(this::refusal);
    }

    private RuntimeException refusal(Counted refusing) {
        Standing standing = refusing.standing();
        Duration retryAfter = Duration.ofNanos(standing.untilNext());
        return standing.outcome() == Standing.Outcome.AWAY
                ? new CountsAway(plan, refusing.limit().name(), retryAfter)
                : new RateExceeded.OfPlan(plan, refusing.limit(), standing);
    }
}

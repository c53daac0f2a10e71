package io.tollgate.gateway.caller.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tollgate.gateway.plan.Algorithm;
import io.tollgate.gateway.plan.Limit;
import io.tollgate.gateway.plan.Mode;
import io.tollgate.gateway.plan.Per;
import io.tollgate.gateway.plan.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The plan as the answer to a key tells it: what is used until the book of plans has it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record KeyPlan(String name, Rate rate) {
    Plan plan() {
        return rate == null ? Plan.of(name, List.of()) : Plan.of(name, List.of(rate.terms()));
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Rate(long limit, long windowSeconds, long burst) {
        Limit terms() {
            Duration window = Duration.ofSeconds(windowSeconds);
            return new Limit("burst", Per.CLIENT, Algorithm.TOKEN_BUCKET, limit, window, burst, Mode.ENFORCE, Set.of());
        }
    }
}

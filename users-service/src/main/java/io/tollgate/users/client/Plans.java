package io.tollgate.users.client;

import io.tollgate.users.credential.Plan;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What a client can be given.
 *
 * @param plans how much may be asked for, by the plan's name
 * @param scopes everything that may be asked for
 */
@Validated
@ConfigurationProperties("users.clients")
public record Plans(
        @NotEmpty Map<@Pattern(regexp = "[a-z][a-z0-9-]{0,39}") String, @Valid PlanRate> plans,
        @NotEmpty Set<@Pattern(regexp = "[a-z]+:[a-z]+") String> scopes) {
    /** The plan of who runs the platform; the first administrator's client has it. */
    public static final String INTERNAL = "internal";

    public Plans {
        plans = Map.copyOf(plans);
        scopes = Set.copyOf(scopes);
        if (!plans.containsKey(INTERNAL)) {
            throw new IllegalArgumentException("users.clients.plans must have the plan " + INTERNAL);
        }
    }

    /**
     * How often.
     *
     * @param limit requests per window
     * @param window how long the limit holds for, whole seconds
     * @param burst requests at once, at most the limit
     */
    public record PlanRate(@Min(1) @Max(1_000_000) int limit, @NotNull Duration window, @Min(1) int burst) {
        public PlanRate {
            if (window.toSeconds() < 1 || window.toDays() > 1 || window.toMillis() % 1000 != 0) {
                throw new IllegalArgumentException("a plan's window is from one second to one day, in whole seconds");
            }
            if (burst > limit) {
                throw new IllegalArgumentException("a plan's burst is not more than its limit");
            }
        }
    }

    public Optional<Plan> find(String name) {
        return Optional.ofNullable(plans.get(name))
                .map(rate -> new Plan(name, rate.limit(), rate.window(), rate.burst()));
    }
}

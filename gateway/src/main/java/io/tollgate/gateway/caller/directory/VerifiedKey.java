package io.tollgate.gateway.caller.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tollgate.gateway.caller.ApiClient;
import io.tollgate.gateway.caller.Plan;
import io.tollgate.gateway.limit.Rate;
import java.time.Duration;
import java.util.Set;

/** What users-service says of an API key; what the gateway does not need is ignored. */
@JsonIgnoreProperties(ignoreUnknown = true)
record VerifiedKey(String clientId, PlanTerms plan, Set<String> scopes, long credentialVersion) {
    ApiClient client() {
        return new ApiClient(clientId, plan.plan(), scopes, credentialVersion);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PlanTerms(String name, RateTerms rate) {
        Plan plan() {
            return new Plan(name, new Rate(rate.limit(), Duration.ofSeconds(rate.windowSeconds()), rate.burst()));
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record RateTerms(long limit, long windowSeconds, long burst) {}
}

package io.tollgate.users.client.web;

import io.tollgate.http.ETags;
import io.tollgate.http.Problem;
import io.tollgate.http.ProblemType;
import io.tollgate.http.ProblemTypes;
import io.tollgate.http.RefusalTable;
import io.tollgate.users.client.ClientRefused;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an administrator is told about clients. */
@Configuration(proxyBeanMethods = false)
class ClientProblems {
    static final ProblemType UNKNOWN_PLAN = new ProblemType("unknown-plan", 422, "There is no such plan");
    static final ProblemType UNKNOWN_SCOPE = new ProblemType("unknown-scope", 422, "There is no such scope");

    static final ProblemType SCOPE_BEYOND_PLAN =
            new ProblemType("scope-beyond-plan", 422, "The plan does not allow this scope");
    static final ProblemType CLOSED = new ProblemType("client-closed", 409, "The client is closed");
    static final ProblemType TOO_MANY_KEYS = new ProblemType("too-many-keys", 409, "The client has two keys already");
    static final ProblemType KEY_NOT_ACTIVE = new ProblemType("key-not-active", 409, "The key has ended");
    static final ProblemType UNKNOWN_OWNER = new ProblemType("unknown-owner", 422, "There is no such user");

    @Bean
    RefusalTable clientRefusals() {
        return RefusalTable.of()
                .on(ClientRefused.NotFound.class, refusal -> Problem.of(ProblemTypes.NOT_FOUND))
                .on(ClientRefused.Stale.class, refusal -> ETags.stale().problem())
                .on(ClientRefused.Closed.class, refusal -> Problem.of(CLOSED))
                .on(ClientRefused.TooManyKeys.class, refusal -> Problem.of(TOO_MANY_KEYS))
                .on(ClientRefused.KeyNotActive.class, refusal -> Problem.of(KEY_NOT_ACTIVE))
                .on(ClientRefused.UnknownPlan.class, refusal -> Problem.of(UNKNOWN_PLAN)
                        .error("/plan", "unknown-plan", "is not a plan"))
                .on(ClientRefused.UnknownScopes.class, refusal -> Problem.of(UNKNOWN_SCOPE)
                        .with("scopes", refusal.scopes())
                        .error("/scopes", "unknown-scope", "has what is not a scope"))
                .on(ClientRefused.ScopesBeyondPlan.class, refusal -> Problem.of(SCOPE_BEYOND_PLAN)
                        .with("scopes", refusal.scopes())
                        .error("/scopes", "scope-beyond-plan", "has what the plan does not allow"))
                .on(ClientRefused.UnknownOwner.class, refusal -> Problem.of(UNKNOWN_OWNER)
                        .error("/ownerId", "unknown-owner", "is not a user"));
    }
}

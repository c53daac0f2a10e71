package io.tollgate.users.client.web;

import io.tollgate.http.Problem;
import io.tollgate.http.ProblemType;
import io.tollgate.http.RefusalTable;
import io.tollgate.users.client.UnknownPlan;
import io.tollgate.users.client.UnknownScopes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an administrator is told about clients. */
@Configuration(proxyBeanMethods = false)
class ClientProblems {
    static final ProblemType UNKNOWN_PLAN = new ProblemType("unknown-plan", 422, "There is no such plan");
    static final ProblemType UNKNOWN_SCOPE = new ProblemType("unknown-scope", 422, "There is no such scope");

    @Bean
    RefusalTable clientRefusals() {
        return RefusalTable.of()
                .on(UnknownPlan.class, refusal -> Problem.of(UNKNOWN_PLAN)
                        .error("/plan", "unknown-plan", "is not a plan"))
                .on(UnknownScopes.class, refusal -> Problem.of(UNKNOWN_SCOPE)
                        .with("scopes", refusal.scopes())
                        .error("/scopes", "unknown-scope", "has what is not a scope"));
    }
}

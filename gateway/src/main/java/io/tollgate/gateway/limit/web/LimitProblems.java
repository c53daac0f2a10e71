package io.tollgate.gateway.limit.web;

import io.tollgate.gateway.limit.RateExceeded;
import io.tollgate.http.Problem;
import io.tollgate.http.ProblemType;
import io.tollgate.http.RefusalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a caller is told who asked too often. */
@Configuration(proxyBeanMethods = false)
class LimitProblems {
    static final ProblemType RATE_LIMIT_EXCEEDED =
            new ProblemType("rate-limit-exceeded", 429, "The plan's rate limit is used up");
    static final ProblemType TOO_MANY_ATTEMPTS =
            new ProblemType("too-many-attempts", 429, "Too many credentials were tried from this address");

    @Bean
    RefusalTable limitRefusals() {
        return RefusalTable.of()
                .on(RateExceeded.OfPlan.class, refused -> Problem.of(RATE_LIMIT_EXCEEDED)
                        .with("plan", refused.plan())
                        .retryAfter(refused.retryAfter()))
                .on(RateExceeded.OfAddress.class, refused -> Problem.of(TOO_MANY_ATTEMPTS)
                        .retryAfter(refused.retryAfter()));
    }
}

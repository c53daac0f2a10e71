package io.tollgate.gateway.limit.web;

import io.tollgate.gateway.limit.CountsAway;
import io.tollgate.gateway.limit.RateExceeded;
import io.tollgate.http.Problem;
import io.tollgate.http.ProblemType;
import io.tollgate.http.ProblemTypes;
import io.tollgate.http.RefusalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a caller is told who asked too often. */
@Configuration(proxyBeanMethods = false)
class LimitProblems {
    static final ProblemType RATE_LIMIT_EXCEEDED =
            new ProblemType("rate-limit-exceeded", 429, "The plan's rate limit is used up");
    static final ProblemType TOO_MANY_AT_ONCE =
            new ProblemType("too-many-at-once", 429, "The client has too many requests in flight");
    static final ProblemType TOO_MANY_ATTEMPTS =
            new ProblemType("too-many-attempts", 429, "Too many credentials were tried from this address");

    @Bean
    RefusalTable limitRefusals() {
        return RefusalTable.of()
                .on(RateExceeded.OfPlan.class, LimitProblems::rateExceeded)
                .on(RateExceeded.AtOnce.class, refused -> Problem.of(TOO_MANY_AT_ONCE)
                        .with("rule", refused.rule())
                        .with("limit", refused.limit())
                        .with("remaining", 0)
                        .retryAfter(refused.retryAfter()))
                .on(CountsAway.class, refused -> Problem.of(ProblemTypes.UNAVAILABLE)
                        .with("rule", refused.rule())
                        .detail("Requests cannot be counted at the moment.")
                        .retryAfter(refused.retryAfter()))
                .on(RateExceeded.OfAddress.class, refused -> Problem.of(TOO_MANY_ATTEMPTS)
                        .with("rule", "address-attempts")
                        .retryAfter(refused.retryAfter()));
    }

    private static Problem rateExceeded(RateExceeded.OfPlan refused) {
        return Problem.of(RATE_LIMIT_EXCEEDED)
                .with("plan", refused.plan())
                .with("rule", refused.rule())
                .with("limit", refused.limit())
                .with("remaining", refused.remaining())
                .with("reset", refused.reset().plusNanos(999_999_999).toSeconds())
                .retryAfter(refused.retryAfter());
    }
}

package io.tollgate.gateway.quota.web;

import io.tollgate.gateway.quota.QuotaRefused;
import io.tollgate.http.Problem;
import io.tollgate.http.ProblemType;
import io.tollgate.http.ProblemTypes;
import io.tollgate.http.RefusalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a client is told whose quota is used up. */
@Configuration(proxyBeanMethods = false)
class QuotaProblems {
    static final ProblemType QUOTA_EXCEEDED = new ProblemType("quota-exceeded", 403, "The plan's quota is used up");

    @Bean
    RefusalTable quotaRefusals() {
        return RefusalTable.of()
                .on(QuotaRefused.Exceeded.class, refused -> Problem.of(QUOTA_EXCEEDED)
                        .with("rule", rule(refused))
                        .with("limit", refused.limit())
                        .with("remaining", refused.remaining())
                        .with(
                                "reset",
                                Math.max(1, refused.retryAfter().plusMillis(999).toSeconds()))
                        .retryAfter(refused.retryAfter()))
                .on(QuotaRefused.Unknown.class, refused -> Problem.of(ProblemTypes.UNAVAILABLE)
                        .detail("What is left of the quota cannot be found out at the moment.")
                        .with("rule", rule(refused))
                        .retryAfter(refused.retryAfter()));
    }

    private static String rule(QuotaRefused refused) {
        return "quota:" + refused.quota();
    }
}

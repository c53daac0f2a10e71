package io.tollgate.users.usage.web;

import io.tollgate.http.Problem;
import io.tollgate.http.ProblemTypes;
import io.tollgate.http.RefusalTable;
import io.tollgate.users.usage.UsageRefused;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What somebody is told about usage. */
@Configuration(proxyBeanMethods = false)
class UsageProblems {
    @Bean
    RefusalTable usageRefusals() {
        return RefusalTable.of().on(UsageRefused.NoClient.class, refusal -> Problem.of(ProblemTypes.NOT_FOUND));
    }
}

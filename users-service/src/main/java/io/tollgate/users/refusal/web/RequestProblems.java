package io.tollgate.users.refusal.web;

import io.tollgate.http.Problem;
import io.tollgate.http.ProblemTypes;
import io.tollgate.http.RefusalTable;
import io.tollgate.users.refusal.RequestNotFound;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a caller is told about requests that are not there. */
@Configuration(proxyBeanMethods = false)
class RequestProblems {
    @Bean
    RefusalTable requestRefusals() {
        return RefusalTable.of().on(RequestNotFound.class, refusal -> Problem.of(ProblemTypes.NOT_FOUND)
                .detail("A request that the gateway refused is found here some seconds later, for 24 hours."));
    }
}

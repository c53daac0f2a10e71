package io.tollgate.gateway.routing.web;

import io.tollgate.gateway.routing.RoutingRefused;
import io.tollgate.http.Problem;
import io.tollgate.http.ProblemType;
import io.tollgate.http.ProblemTypes;
import io.tollgate.http.RefusalTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/** What a caller is told whose request does not arrive, or is not answered. */
@Configuration(proxyBeanMethods = false)
class RoutingProblems {
    static final ProblemType UPSTREAM_TIMEOUT =
            new ProblemType("upstream-timeout", 504, "The service did not answer in time");

    @Bean
    RefusalTable routingRefusals() {
        return RefusalTable.of()
                .on(RoutingRefused.NoRoute.class, refused -> Problem.of(ProblemTypes.NOT_FOUND))
                .on(RoutingRefused.NoMethod.class, refused -> Problem.of(ProblemTypes.METHOD_NOT_ALLOWED)
                        .header(HttpHeaders.ALLOW, String.join(", ", refused.allowed())))
                .on(RoutingRefused.ServiceAway.class, refused -> Problem.of(ProblemTypes.UNAVAILABLE)
                        .with("rule", "service:" + refused.service())
                        .retryAfter(refused.retryAfter()))
                .on(RoutingRefused.ServiceSlow.class, refused -> Problem.of(UPSTREAM_TIMEOUT)
                        .with("rule", "service:" + refused.service())
                        .detail("Whether the request had an effect is not known."))
                .on(RoutingRefused.DeadlineOver.class, refused -> Problem.of(UPSTREAM_TIMEOUT)
                        .with("rule", "deadline")
                        .detail("The request took too long as a whole."));
    }
}

package io.tollgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.http.idempotency.IdempotencyAutoConfiguration;
import io.tollgate.values.InvalidVariable;
import io.tollgate.values.ValuesAutoConfiguration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;

class HttpAutoConfigurationTest {
    private final ReactiveWebApplicationContextRunner application = new ReactiveWebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    ValuesAutoConfiguration.class,
                    HttpAutoConfiguration.class,
                    CallerTokenAutoConfiguration.class,
                    DatabaseAccidentsAutoConfiguration.class,
                    IdempotencyAutoConfiguration.class));
    private final ReactiveWebApplicationContextRunner gateway = application
            .withClassLoader(new FilteredClassLoader("io.tollgate.database", "io.r2dbc", "org.springframework.r2dbc"))
            .withPropertyValues("tollgate.http.enforce-caller-token=false");

    @Test
    void the_gateway_has_problems_without_a_database_and_without_a_token_filter() {
        gateway.run(context -> assertThat(context)
                .hasNotFailed()
                .hasSingleBean(ProblemWriter.class)
                .hasSingleBean(ProblemHandler.class)
                .doesNotHaveBean(CallerTokenFilter.class)
                .doesNotHaveBean(RequestIdFilter.class)
                .doesNotHaveBean(Idempotency.class));
    }

    @Test
    void a_service_without_the_gateways_keys_does_not_start() {
        application.run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(InvalidVariable.class)
                .hasMessage("TOLLGATE_CALLER_JWKS is not set."));
    }

    @Test
    void a_service_knows_the_keys_or_where_they_are_but_not_both_and_not_nonsense() {
        String url = "tollgate.http.caller-jwks-url=";
        application.withPropertyValues(url + "gateway").run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessage("TOLLGATE_CALLER_JWKS_URL is not an http address."));
        application
                .withPropertyValues(url + "http://gateway:9080/jwks.json", "tollgate.http.caller-jwks={}")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage(
                                "TOLLGATE_CALLER_JWKS_URL is set beside TOLLGATE_CALLER_JWKS; one of them decides."));
    }

    @Test
    void a_database_that_is_away_and_one_that_is_contended_are_told_apart() {
        var refusals = new Refusals(List.of(), List.of(new DatabaseAccidentsAutoConfiguration().databaseAccidents()));

        assertThat(refusals.problemOf(new DataAccessResourceFailureException("away")))
                .hasValueSatisfying(problem -> assertThat(problem.type()).isEqualTo(ProblemTypes.UNAVAILABLE));
        assertThat(refusals.problemOf(new OptimisticLockingFailureException("twice")))
                .hasValueSatisfying(problem -> assertThat(problem.type()).isEqualTo(ProblemTypes.CONFLICT));
        assertThat(refusals.problemOf(new IllegalStateException("bug"))).isEmpty();
    }
}

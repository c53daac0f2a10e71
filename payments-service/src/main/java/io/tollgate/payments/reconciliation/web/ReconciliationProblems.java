package io.tollgate.payments.reconciliation.web;

import io.tollgate.http.Problem;
import io.tollgate.http.ProblemTypes;
import io.tollgate.http.RefusalTable;
import io.tollgate.payments.reconciliation.DayBeforeFirstPayment;
import io.tollgate.payments.reconciliation.DayNotBegun;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told when a comparison is refused. */
@Configuration(proxyBeanMethods = false)
class ReconciliationProblems {
    @Bean
    RefusalTable reconciliationRefusals() {
        return RefusalTable.of()
                .on(DayNotBegun.class, refusal -> Problem.of(ProblemTypes.VALIDATION_FAILED)
                        .error("/date", "past-or-present", "must not be in the future"))
                .on(DayBeforeFirstPayment.class, refusal -> Problem.of(ProblemTypes.VALIDATION_FAILED)
                        .error("/date", "before-first-payment", "must not be before " + refusal.earliest()));
    }
}

package io.tollgate.payments.payment.web;

import io.tollgate.http.Problem;
import io.tollgate.http.ProblemType;
import io.tollgate.http.ProblemTypes;
import io.tollgate.http.RefusalTable;
import io.tollgate.payments.payment.NoActionAwaited;
import io.tollgate.payments.payment.NothingToReverse;
import io.tollgate.payments.payment.PaymentNotFound;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a caller is told when payments refuses. */
@Configuration(proxyBeanMethods = false)
class PaymentProblems {
    static final ProblemType NO_ACTION_AWAITED =
            new ProblemType("no-action-awaited", 409, "The payment awaits no confirmation");

    static final ProblemType NOTHING_TO_REVERSE =
            new ProblemType("nothing-to-reverse", 409, "The payment is not stuck");

    @Bean
    RefusalTable paymentRefusals() {
        return RefusalTable.of()
                .on(PaymentNotFound.class, refusal -> Problem.of(ProblemTypes.NOT_FOUND)
                        .detail("You have no such order, or its payment has not begun."))
                .on(NoActionAwaited.class, refusal -> Problem.of(NO_ACTION_AWAITED)
                        .detail("Read the payment: it says where it stands."))
                .on(NothingToReverse.class, refusal -> Problem.of(NOTHING_TO_REVERSE)
                        .detail("Only a payment whose reversal the card network refused is ended by hand."));
    }
}

package io.tollgate.orders.refund.web;

import io.tollgate.http.Problem;
import io.tollgate.http.ProblemType;
import io.tollgate.http.ProblemTypes;
import io.tollgate.http.RefusalTable;
import io.tollgate.orders.order.NotShipped;
import io.tollgate.orders.order.OtherCurrency;
import io.tollgate.orders.order.OwnOrder;
import io.tollgate.orders.order.RefundTooLarge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What callers are told when a refund is refused. */
@Configuration(proxyBeanMethods = false)
class RefundProblems {
    static final ProblemType NOT_SHIPPED = new ProblemType("order-not-shipped", 409, "The order is not shipped");
    static final ProblemType REFUND_TOO_LARGE =
            new ProblemType("refund-too-large", 422, "More is asked back than is left");

    static final ProblemType OWN_ORDER = new ProblemType("own-order", 403, "Nobody refunds an order of their own");

    @Bean
    RefusalTable refundRefusals() {
        return RefusalTable.of()
                .on(NotShipped.class, refusal -> Problem.of(NOT_SHIPPED))
                .on(OwnOrder.class, refusal -> Problem.of(OWN_ORDER))
                .on(RefundTooLarge.class, refusal -> Problem.of(REFUND_TOO_LARGE)
                        .error("/amount/amount", "too-large", "is more than " + refusal.refundable())
                        .with("refundable", refusal.refundable()))
                .on(OtherCurrency.class, refusal -> Problem.of(ProblemTypes.VALIDATION_FAILED)
                        .error("/amount/currency", "other-currency", "must be " + refusal.currency()));
    }
}

package io.tollgate.orders.refund.web;

import io.tollgate.testing.ProblemRows;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefundProblemsTest {
    @Test
    void every_refusal_of_its_own_has_a_row_in_the_table_of_problems() {
        Stream.of(RefundProblems.NOT_SHIPPED, RefundProblems.REFUND_TOO_LARGE, RefundProblems.OWN_ORDER)
                .forEach(type -> ProblemRows.assertDocumented(type.name(), type.status(), type.title()));
    }
}

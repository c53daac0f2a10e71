package io.tollgate.orders.order.web;

import io.tollgate.testing.ProblemRows;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderProblemsTest {
    @Test
    void every_refusal_of_its_own_has_a_row_in_the_table_of_problems() {
        Stream.of(
                        OrderProblems.UNKNOWN_PRODUCT,
                        OrderProblems.PRODUCT_RETIRED,
                        OrderProblems.PRICE_CHANGED,
                        OrderProblems.MIXED_CURRENCIES,
                        OrderProblems.TOTAL_TOO_LARGE,
                        OrderProblems.EXTERNAL_ID_TAKEN,
                        OrderProblems.TOO_MANY_STREAMS,
                        OrderProblems.ORDER_SHIPPED)
                .forEach(type -> ProblemRows.assertDocumented(type.name(), type.status(), type.title()));
    }
}

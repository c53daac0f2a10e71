package io.tollgate.products.stock.web;

import io.tollgate.http.ProblemType;
import io.tollgate.testing.ProblemRows;
import org.junit.jupiter.api.Test;

class StockProblemsTest {
    @Test
    void every_type_is_documented() {
        ProblemType type = StockProblems.BELOW_RESERVED;

        ProblemRows.assertDocumented(type.name(), type.status(), type.title());
    }
}

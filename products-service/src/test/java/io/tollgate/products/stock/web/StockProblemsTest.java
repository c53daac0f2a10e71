package io.tollgate.products.stock.web;

import io.tollgate.http.ProblemType;
import io.tollgate.testing.ProblemRows;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockProblemsTest {
    @Test
    void every_type_is_documented() {
        for (ProblemType type : List.of(StockProblems.BELOW_RESERVED, StockProblems.TOO_LARGE)) {
            ProblemRows.assertDocumented(type.name(), type.status(), type.title());
        }
    }
}

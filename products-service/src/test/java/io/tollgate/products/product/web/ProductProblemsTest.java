package io.tollgate.products.product.web;

import io.tollgate.http.ProblemType;
import io.tollgate.testing.ProblemRows;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProductProblemsTest {
    @Test
    void every_type_is_documented() {
        for (ProblemType type : List.of(
                ProductProblems.SKU_TAKEN,
                ProductProblems.RETIRED,
                ProductProblems.NOT_PUBLISHED,
                ProductProblems.PRICE_MISSING)) {
            ProblemRows.assertDocumented(type.name(), type.status(), type.title());
        }
    }
}

package io.tollgate.products.product.web;

import io.tollgate.http.ProblemType;
import io.tollgate.testing.ProblemRows;
import org.junit.jupiter.api.Test;

class ProductProblemsTest {
    @Test
    void every_type_is_documented() {
        ProblemType type = ProductProblems.SKU_TAKEN;

        ProblemRows.assertDocumented(type.name(), type.status(), type.title());
    }
}

package io.tollgate.products.product.web;

import io.tollgate.http.Problem;
import io.tollgate.http.ProblemType;
import io.tollgate.http.ProblemTypes;
import io.tollgate.http.RefusalTable;
import io.tollgate.products.product.ProductNotFound;
import io.tollgate.products.product.SkuTaken;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What callers are told when the catalog refuses. */
@Configuration(proxyBeanMethods = false)
class ProductProblems {
    static final ProblemType SKU_TAKEN = new ProblemType("sku-taken", 409, "Another product has this SKU");

    @Bean
    RefusalTable productRefusals() {
        return RefusalTable.of()
                .on(ProductNotFound.class, refusal -> Problem.of(ProblemTypes.NOT_FOUND))
                .on(SkuTaken.class, refusal -> Problem.of(SKU_TAKEN)
                        .error("/sku", "taken", "is the SKU of another product, whatever the case"));
    }
}

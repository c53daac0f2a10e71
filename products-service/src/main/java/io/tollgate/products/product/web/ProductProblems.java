package io.tollgate.products.product.web;

import io.tollgate.http.ETags;
import io.tollgate.http.Problem;
import io.tollgate.http.ProblemType;
import io.tollgate.http.ProblemTypes;
import io.tollgate.http.RefusalTable;
import io.tollgate.products.product.NotPublished;
import io.tollgate.products.product.PriceMissing;
import io.tollgate.products.product.ProductNotFound;
import io.tollgate.products.product.ProductRetired;
import io.tollgate.products.product.ProductStale;
import io.tollgate.products.product.SkuTaken;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What callers are told when the catalog refuses. */
@Configuration(proxyBeanMethods = false)
class ProductProblems {
    static final ProblemType SKU_TAKEN = new ProblemType("sku-taken", 409, "Another product has this SKU");
    static final ProblemType RETIRED = new ProblemType("product-retired", 409, "The product is retired");
    static final ProblemType NOT_PUBLISHED = new ProblemType("product-not-published", 409, "The product is a draft");
    static final ProblemType PRICE_MISSING = new ProblemType("price-missing", 422, "The product would have no price");

    @Bean
    RefusalTable productRefusals() {
        return RefusalTable.of()
                .on(ProductNotFound.class, refusal -> Problem.of(ProblemTypes.NOT_FOUND))
                .on(ProductStale.class, refusal -> ETags.stale().problem())
                .on(ProductRetired.class, refusal -> Problem.of(RETIRED))
                .on(NotPublished.class, refusal -> Problem.of(NOT_PUBLISHED))
                .on(PriceMissing.class, refusal -> Problem.of(PRICE_MISSING)
                        .error("/prices", "price-missing", "must have one that has begun and does not end"))
                .on(SkuTaken.class, refusal -> Problem.of(SKU_TAKEN)
                        .error("/sku", "taken", "is the SKU of another product, whatever the case"));
    }
}

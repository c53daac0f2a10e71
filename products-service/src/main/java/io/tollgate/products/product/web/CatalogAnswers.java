package io.tollgate.products.product.web;

import io.tollgate.http.ETags;
import io.tollgate.products.product.CatalogProperties;
import io.tollgate.products.product.Product;
import io.tollgate.products.product.Status;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.stereotype.Component;

/** How long whom an answer may be shown to: what everybody sees for a while, a draft to whoever asked alone. */
@Component
class CatalogAnswers {
    private final CacheControl everybody;
    private final CacheControl caller = CacheControl.noCache().cachePrivate();

    CatalogAnswers(CatalogProperties properties) {
        this.everybody = CacheControl.maxAge(properties.freshFor()).cachePublic();
    }

    BodyBuilder read(Product product) {
        return changed(ResponseEntity.ok(), product).cacheControl(of(product.status()));
    }

    /** After a change, whose answer is nobody else's. */
    BodyBuilder changed(BodyBuilder answer, Product product) {
        return answer.eTag(ETags.of(product.version()))
                .lastModified(product.times().updated())
                .cacheControl(caller);
    }

    CacheControl of(Status status) {
        return status == Status.DRAFT ? caller : everybody;
    }
}

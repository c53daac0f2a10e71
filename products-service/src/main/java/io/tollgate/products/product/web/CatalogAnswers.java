package io.tollgate.products.product.web;

import io.tollgate.http.ETags;
import io.tollgate.products.product.CatalogProperties;
import io.tollgate.products.product.Product;
import io.tollgate.products.product.Status;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.stereotype.Component;

/** How long who asked may keep an answer: what everybody sees for a while, a draft not unasked; nobody may keep it for others. */
@Component
class CatalogAnswers {
    private final CacheControl fresh;
    private final CacheControl asked = CacheControl.noCache().cachePrivate();

    CatalogAnswers(CatalogProperties properties) {
        this.fresh = CacheControl.maxAge(properties.freshFor()).cachePrivate();
    }

    BodyBuilder read(Product product) {
        return changed(ResponseEntity.ok(), product).cacheControl(of(product.status()));
    }

    /** After a change, whose answer is nobody else's. */
    BodyBuilder changed(BodyBuilder answer, Product product) {
        return answer.eTag(ETags.of(product.version()))
                .lastModified(product.times().updated())
                .cacheControl(asked);
    }

    CacheControl of(Status status) {
        return status == Status.DRAFT ? asked : fresh;
    }
}

package io.tollgate.products.product.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.http.MergePatch;
import io.tollgate.http.Problem;
import io.tollgate.http.ProblemTypes;
import io.tollgate.products.product.Product;
import org.springframework.stereotype.Component;

/** Bodies that become a product in two steps: what is patched, and each of many. */
@Component
class ProductBodies {
    private static final ProductRequest NOTHING = null;

    private final MergePatch mergePatch;

    ProductBodies(MergePatch mergePatch) {
        this.mergePatch = mergePatch;
    }

    /** The product as it would be after the patch, or everything that is wrong with it. */
    ProductRequest patched(Product product, JsonNode patch) {
        if (patch.has("status")) {
            throw Problem.of(ProblemTypes.UNKNOWN_PROPERTY)
                    .error("/status", "unknown-property", "is changed by publication and retirement")
                    .asRefusal();
        }
        ProductRequest form = ProductRequest.of(product);
        // who patches the short form sees the short form
        boolean shortForm = patch.has("price") && !patch.has("prices");
        return mergePatch.apply(shortForm ? form.inShort(product.price()) : form, patch, ProductRequest.class);
    }

    ProductRequest read(JsonNode body) {
        return mergePatch.apply(NOTHING, body, ProductRequest.class);
    }
}

package io.tollgate.products.product;

import java.util.Locale;

/** What is said of the product with a SKU, whether it is known or not; one of many. */
public record Upsert(int index, Content content, boolean active) {
    String key() {
        return content.sku().toUpperCase(Locale.ROOT);
    }
}

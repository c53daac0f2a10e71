package io.tollgate.products.product.messages;

import io.tollgate.products.product.Product;
import io.tollgate.values.Money;
import java.time.Instant;

/** products.product-published.v1 as it goes over the bus. */
record ProductPublishedMessage(
        String productId, long version, String sku, String name, Money price, Instant publishedAt) {
    static final String TYPE = "products.product-published.v1";

    static ProductPublishedMessage of(Product product) {
        return new ProductPublishedMessage(
                product.id().value(),
                product.version(),
                product.sku(),
                product.name(),
                product.price(),
                product.publishedAt());
    }
}

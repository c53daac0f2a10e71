package io.tollgate.products.product.web;

import io.tollgate.products.product.Product;
import io.tollgate.values.Money;
import java.time.Instant;
import java.util.Optional;

/** A product as callers see it. */
record ProductResponse(
        String id, String sku, String name, Optional<String> description, Money price, Instant publishedAt) {
    static ProductResponse of(Product product) {
        return new ProductResponse(
                product.id().value(),
                product.sku(),
                product.name(),
                product.description(),
                product.price(),
                product.publishedAt());
    }
}

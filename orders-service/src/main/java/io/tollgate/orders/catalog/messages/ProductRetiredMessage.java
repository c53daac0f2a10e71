package io.tollgate.orders.catalog.messages;

import io.tollgate.orders.catalog.CatalogEntry;
import io.tollgate.orders.catalog.ProductId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What orders reads of products.product-retired.v1. */
record ProductRetiredMessage(String productId, long version, Instant retiredAt) {
    ProductRetiredMessage {
        Objects.requireNonNull(productId, "productId");
        Objects.requireNonNull(retiredAt, "retiredAt");
    }

    CatalogEntry toEntry() {
        return new CatalogEntry(new ProductId(productId), version, Optional.empty(), retiredAt);
    }
}

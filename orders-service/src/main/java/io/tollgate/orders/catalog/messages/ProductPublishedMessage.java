package io.tollgate.orders.catalog.messages;

import io.tollgate.orders.catalog.CatalogEntry;
import io.tollgate.orders.catalog.ProductId;
import io.tollgate.values.Money;
import java.time.Instant;
import java.util.Objects;

/** What orders reads of products.product-published.v1. */
record ProductPublishedMessage(String productId, long version, String name, Money price, Instant publishedAt) {
    static final String TYPE = "products.product-published.v1";

    /** What lacks any of this is malformed, and is dead-lettered for it. */
    ProductPublishedMessage {
        Objects.requireNonNull(productId, "productId");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(publishedAt, "publishedAt");
    }

    CatalogEntry toEntry() {
        return new CatalogEntry(new ProductId(productId), version, name, price, publishedAt);
    }
}

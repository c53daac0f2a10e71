package io.tollgate.orders.catalog.messages;

import io.tollgate.orders.catalog.CatalogEntry;
import io.tollgate.orders.catalog.Offer;
import io.tollgate.orders.catalog.ProductId;
import io.tollgate.values.Money;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What orders reads of products.product-published.v1; what lacks any of it is malformed, and is dead-lettered for it. */
record ProductPublishedMessage(String productId, long version, String name, Money price, Instant publishedAt) {
    ProductPublishedMessage {
        Objects.requireNonNull(productId, "productId");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(publishedAt, "publishedAt");
    }

    CatalogEntry toEntry() {
        return new CatalogEntry(new ProductId(productId), version, Optional.of(new Offer(name, price)), publishedAt);
    }
}

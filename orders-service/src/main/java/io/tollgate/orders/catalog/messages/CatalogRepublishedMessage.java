package io.tollgate.orders.catalog.messages;

import io.tollgate.orders.catalog.CatalogEntry;
import io.tollgate.orders.catalog.Offer;
import io.tollgate.orders.catalog.ProductId;
import io.tollgate.values.Money;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What orders reads of products.catalog-republished.v1: one product as it is now. */
record CatalogRepublishedMessage(
        String productId, long version, String name, Money price, String status, Instant republishedAt) {
    private static final String ACTIVE = "active";

    CatalogRepublishedMessage {
        Objects.requireNonNull(productId, "productId");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(republishedAt, "republishedAt");
    }

    CatalogEntry toEntry() {
        Optional<Offer> offer = Optional.of(new Offer(name, price)).filter(any -> status.equals(ACTIVE));
        return new CatalogEntry(new ProductId(productId), version, offer, republishedAt);
    }
}

package io.tollgate.products.product.messages;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What products reads of orders.catalog-wanted.v1. */
record CatalogWantedMessage(Instant askedAt) {
    static final String TYPE = "orders.catalog-wanted.v1";

    CatalogWantedMessage {
        requireNonNull(askedAt, "askedAt");
    }
}

package io.tollgate.orders.catalog.messages;

import java.time.Instant;

/** orders.catalog-wanted.v1 as it goes over the bus. */
record CatalogWantedMessage(Instant askedAt) {
    static final String TYPE = "orders.catalog-wanted.v1";
}

package io.tollgate.orders.catalog;

import java.time.Instant;
import java.util.Optional;

/**
 * What orders knows of a product.
 *
 * @param version the product's, so that an older fact never replaces a newer one
 * @param offer what it is sold as; nothing once it is retired
 * @param asOf when products said so
 */
public record CatalogEntry(ProductId productId, long version, Optional<Offer> offer, Instant asOf) {

    /** It was sold once. */
    public boolean retired() {
        return offer.isEmpty();
    }

    boolean isNewerThan(CatalogEntry known) {
        return version > known.version;
    }
}

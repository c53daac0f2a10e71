package io.tollgate.orders.catalog;

import io.tollgate.values.Money;
import java.time.Instant;

/**
 * What orders knows of a product.
 *
 * @param version the product's, so that an older fact never replaces a newer one
 * @param asOf when products said so
 */
public record CatalogEntry(ProductId productId, long version, String name, Money price, Instant asOf) {
    boolean isNewerThan(CatalogEntry known) {
        return version > known.version;
    }
}

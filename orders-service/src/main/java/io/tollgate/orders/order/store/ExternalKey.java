package io.tollgate.orders.order.store;

import io.tollgate.orders.order.Order;
import java.util.Locale;

/** What no client has twice: a partner's name of an order whatever its case, or the id of an order without one. */
final class ExternalKey {
    private ExternalKey() {}

    /** The colon keeps it apart from every id. */
    static String of(String externalId) {
        return ':' + externalId.toLowerCase(Locale.ROOT);
    }

    static String of(Order order) {
        return order.purchase().externalId().map(ExternalKey::of).orElseGet(() -> order.id()
                .value());
    }
}

package io.tollgate.orders.order;

import java.util.Locale;

/** Who answers for a part of an order; each counts the versions of its part. */
public enum Publisher {
    PRODUCTS,
    PAYMENTS,
    WORKERS;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

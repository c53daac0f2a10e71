package io.tollgate.orders.order;

import io.tollgate.values.Ids;

/** The name of an order for ever: {@code ord_…}; sorts by the time of placing. */
public record OrderId(String value) {
    static final String PREFIX = "ord";

    public static boolean isValid(String value) {
        return Ids.isValid(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package io.tollgate.products.stock;

import io.tollgate.values.Ids;

/** The name of one movement: {@code mov_…}; sorts by time. */
public record MovementId(String value) {
    static final String PREFIX = "mov";

    public boolean isValid() {
        return Ids.isValid(PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}

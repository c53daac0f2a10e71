package io.tollgate.products.product;

import io.tollgate.values.Ids;

/** The name of a product for ever: {@code prd_…}; sorts by the time of publication. */
public record ProductId(String value) implements Comparable<ProductId> {
    public static final String PREFIX = "prd";

    /** Whether a product can have this id at all: to a database that ignores case, more texts than one are the same. */
    public boolean isValid() {
        return Ids.isValid(PREFIX, value);
    }

    @Override
    public int compareTo(ProductId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

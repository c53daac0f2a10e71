package io.tollgate.products.product;

/** The name of a product for ever: {@code prd_…}; sorts by the time of publication. */
public record ProductId(String value) implements Comparable<ProductId> {
    public static final String PREFIX = "prd";

    @Override
    public int compareTo(ProductId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package io.tollgate.orders.catalog;

/** A product, as products names it. */
public record ProductId(String value) {
    @Override
    public String toString() {
        return value;
    }
}

package io.tollgate.products.stock;

/** The order that stock is set aside for, as orders names it. */
public record OrderId(String value) {
    @Override
    public String toString() {
        return value;
    }
}

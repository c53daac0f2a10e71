package io.tollgate.products.stock;

import io.tollgate.products.product.ProductId;

/** How many pieces of a product lie there, and how many of them are set aside. */
public record Stock(ProductId productId, int onHand, int reserved, long version) {
    public int available() {
        return onHand - reserved;
    }

    /** After a count: what is promised to orders must lie there. */
    Stock counted(int count) {
        if (count < reserved) {
            throw new CountBelowReserved(count, reserved);
        }
        return new Stock(productId, count, reserved, version + 1);
    }
}

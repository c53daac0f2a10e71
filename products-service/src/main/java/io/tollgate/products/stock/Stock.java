package io.tollgate.products.stock;

import io.tollgate.products.product.ProductId;
import io.tollgate.products.product.Status;
import java.util.Optional;

/**
 * How many pieces of a product lie there, and how many of them are set aside.
 *
 * @param status of the product: orders take from an active one only
 */
public record Stock(ProductId productId, Status status, int onHand, int reserved, long version, Threshold threshold) {
    /** What the seller calls low, if anything, and whether it was told that it is. */
    public record Threshold(Optional<Integer> pieces, boolean told) {
        public static final Threshold NONE = new Threshold(Optional.empty(), false);
    }

    public int available() {
        return onHand - reserved;
    }

    public boolean isLow() {
        return threshold.pieces.filter(pieces -> available() <= pieces).isPresent();
    }

    /** After a count: what is promised to orders must lie there. */
    Stock counted(int count) {
        if (count < reserved) {
            throw new BelowReserved(reserved);
        }
        return new Stock(productId, status, count, reserved, version + 1, threshold);
    }

    Stock watched(Optional<Integer> pieces) {
        return new Stock(productId, status, onHand, reserved, version + 1, new Threshold(pieces, threshold.told));
    }
}

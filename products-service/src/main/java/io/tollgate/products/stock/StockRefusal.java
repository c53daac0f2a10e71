package io.tollgate.products.stock;

/** What cannot be done to a product's stock. */
public abstract sealed class StockRefusal extends RuntimeException
        permits StockNotFound, StockChanged, BelowReserved, StockTooLarge {
    StockRefusal(String message) {
        super(message, null, false, false);
    }
}

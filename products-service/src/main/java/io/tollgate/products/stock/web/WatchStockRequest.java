package io.tollgate.products.stock.web;

import io.tollgate.products.stock.Stock;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Optional;

/** What of the stock PATCH /v1/products/{productId}/stock changes. */
record WatchStockRequest(@PositiveOrZero @Max(1_000_000_000) Integer lowStockThreshold) {
    static WatchStockRequest of(Stock stock) {
        return new WatchStockRequest(stock.threshold().pieces().orElse(null));
    }

    Optional<Integer> pieces() {
        return Optional.ofNullable(lowStockThreshold);
    }
}

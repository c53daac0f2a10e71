package io.tollgate.products.stock.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

/** The body of PUT /v1/products/{productId}/stock. */
record CountStockRequest(@NotNull @PositiveOrZero @Max(MOST) Integer onHand) {
    // leaves room in an int for what comes back
    private static final int MOST = 1_000_000_000;
}

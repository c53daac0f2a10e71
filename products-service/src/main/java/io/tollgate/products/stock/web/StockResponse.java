package io.tollgate.products.stock.web;

import io.tollgate.products.stock.Stock;
import java.util.Optional;

/** The stock of a product as callers see it. */
record StockResponse(String productId, int onHand, int reserved, int available, Optional<Integer> lowStockThreshold) {
    static StockResponse of(Stock stock) {
        return new StockResponse(
                stock.productId().value(),
                stock.onHand(),
                stock.reserved(),
                stock.available(),
                stock.threshold().pieces());
    }
}

package io.tollgate.products.stock.messages;

import io.tollgate.products.stock.StockLow;
import java.time.Instant;

/** products.stock-low.v1 as it goes over the bus. */
record StockLowMessage(String productId, int available, int threshold, long version, Instant at) {
    static final String TYPE = "products.stock-low.v1";

    static StockLowMessage of(StockLow fact) {
        return new StockLowMessage(
                fact.productId().value(), fact.available(), fact.threshold(), fact.version(), fact.at());
    }
}

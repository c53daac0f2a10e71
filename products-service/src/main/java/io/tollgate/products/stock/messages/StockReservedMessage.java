package io.tollgate.products.stock.messages;

import io.tollgate.products.stock.StockReserved;
import java.time.Instant;

/** products.stock-reserved.v1 as it goes over the bus. */
record StockReservedMessage(String orderId, long version, Instant reservedAt) {
    static final String TYPE = "products.stock-reserved.v1";

    static StockReservedMessage of(StockReserved fact) {
        return new StockReservedMessage(fact.orderId().value(), fact.version(), fact.reservedAt());
    }
}

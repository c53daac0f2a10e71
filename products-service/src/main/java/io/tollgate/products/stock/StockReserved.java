package io.tollgate.products.stock;

import java.time.Instant;

/** All lines of the order are set aside. */
public record StockReserved(OrderId orderId, long version, Instant reservedAt) implements StockEvent {
    @Override
    public String subject() {
        return orderId.value();
    }
}

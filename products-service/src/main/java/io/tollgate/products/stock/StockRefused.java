package io.tollgate.products.stock;

import io.tollgate.products.product.ProductId;
import java.time.Instant;
import java.util.List;

/** Nothing is set aside for the order. */
public record StockRefused(
        OrderId orderId, long version, RefusalReason reason, List<ProductId> productIds, Instant refusedAt)
        implements StockEvent {
    @Override
    public String subject() {
        return orderId.value();
    }
}

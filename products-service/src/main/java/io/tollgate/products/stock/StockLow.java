package io.tollgate.products.stock;

import io.tollgate.products.product.ProductId;
import java.time.Instant;

/** As many pieces as the seller calls low, or fewer, can still be ordered. */
public record StockLow(ProductId productId, int available, int threshold, long version, Instant at)
        implements StockEvent {
    @Override
    public String subject() {
        return productId.value();
    }
}

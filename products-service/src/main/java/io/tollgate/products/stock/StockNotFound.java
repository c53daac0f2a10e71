package io.tollgate.products.stock;

import io.tollgate.products.product.ProductId;

/** There is no such product. */
public final class StockNotFound extends StockRefusal {
    public StockNotFound(ProductId id) {
        super("no stock of " + id);
    }
}

package io.tollgate.products.stock;

import io.tollgate.products.product.ProductId;

/** More pieces would lie there than are counted here. */
public final class StockTooLarge extends StockRefusal {
    StockTooLarge(ProductId id) {
        super("too many of " + id);
    }
}

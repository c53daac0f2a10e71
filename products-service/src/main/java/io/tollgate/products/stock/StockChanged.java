package io.tollgate.products.stock;

import io.tollgate.products.product.ProductId;

/** The stock is no longer what the caller saw. */
public final class StockChanged extends StockRefusal {
    public StockChanged(ProductId id) {
        super("stock of " + id + " has changed");
    }
}

package io.tollgate.products.product;

/** The product is no longer what the caller saw. */
public final class ProductStale extends ProductRefused {
    public ProductStale(ProductId id) {
        super("product " + id + " has changed");
    }
}

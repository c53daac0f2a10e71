package io.tollgate.products.product;

/** No product has this id. */
public final class ProductNotFound extends ProductRefused {
    public ProductNotFound(ProductId id) {
        super("no product " + id);
    }
}

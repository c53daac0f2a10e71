package io.tollgate.products.product;

/** What is retired stays as it is. */
public final class ProductRetired extends ProductRefused {
    ProductRetired(ProductId id) {
        super("product " + id + " is retired");
    }
}

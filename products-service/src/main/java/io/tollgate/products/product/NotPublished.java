package io.tollgate.products.product;

/** A draft cannot be retired: nobody has ever seen it. */
public final class NotPublished extends ProductRefused {
    NotPublished(ProductId id) {
        super("product " + id + " is a draft");
    }
}

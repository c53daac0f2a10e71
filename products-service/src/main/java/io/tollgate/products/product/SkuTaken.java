package io.tollgate.products.product;

/** Another product has this SKU; SKUs that differ only in case are the same. */
public final class SkuTaken extends ProductRefused {
    public SkuTaken(String sku) {
        super("SKU " + sku + " is taken");
    }
}

package io.tollgate.products.product;

/** What the catalog does not do. */
public abstract sealed class ProductRefused extends RuntimeException
        permits ProductNotFound, SkuTaken, ProductStale, ProductRetired, NotPublished, PriceMissing {
    ProductRefused(String message) {
        super(message, null, false, false);
    }
}

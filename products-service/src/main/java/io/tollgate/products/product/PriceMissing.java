package io.tollgate.products.product;

/** A product that can be ordered has a price at any time: one of its prices has begun and does not end. */
public final class PriceMissing extends ProductRefused {
    PriceMissing(String sku) {
        super(sku + " would have no price");
    }
}

package io.tollgate.products.stock;

/** Why nothing is set aside for an order; what no waiting helps against comes last. */
public enum RefusalReason {
    OUT_OF_STOCK,
    PRODUCT_RETIRED,
    UNKNOWN_PRODUCT,
    ORDER_ENDED
}

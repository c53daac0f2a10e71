package io.tollgate.products.stock;

/** Why nothing is set aside for an order. */
public enum RefusalReason {
    OUT_OF_STOCK,
    UNKNOWN_PRODUCT,
    ORDER_ENDED
}

package io.tollgate.products.stock;

/** Why a stock changes. */
public enum Kind {
    /** Pieces came. */
    RECEIPT,
    /** More or fewer lie there than was believed. */
    CORRECTION,
    /** Set aside for an order. */
    RESERVATION,
    /** Sold: they leave for the customer. */
    COMMIT,
    /** The order was canceled: what was set aside is free, what was sold lies there again. */
    RELEASE
}

package io.tollgate.products.product;

/** Where a product stands: it goes on to the next, and never back. */
public enum Status {
    /** Seen by catalog managers only. */
    DRAFT,
    /** Can be ordered. */
    ACTIVE,
    /** Can be read and no longer ordered. */
    RETIRED
}

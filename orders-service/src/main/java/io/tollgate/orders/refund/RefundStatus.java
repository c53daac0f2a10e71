package io.tollgate.orders.refund;

/** How far a refund is; the same words over HTTP. */
public enum RefundStatus {
    REQUESTED,
    PAID,
    REFUSED
}

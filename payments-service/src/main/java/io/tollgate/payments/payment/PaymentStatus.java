package io.tollgate.payments.payment;

/** Where a payment stands at the card network. */
public enum PaymentStatus {
    /** Nothing was asked of the network: its order ended, or was confirmed, before it was seen being placed. */
    UNSEEN,
    AUTHORIZING,
    /** The network waits for the customer. */
    ACTION_REQUIRED,
    CONFIRMING,
    /** The customer's time is over, or the order has ended: the network is told. */
    ABANDONING,
    AUTHORIZED,
    DECLINED,
    CAPTURING,
    CAPTURED,
    CAPTURE_REFUSED,
    VOIDING,
    VOIDED,
    PARTIALLY_REFUNDED,
    REFUNDING,
    REFUNDED,
    /** The network would neither void nor refund: a human must act. */
    REVERSAL_REFUSED;

    boolean isInDoubtBeforeCapture() {
        return this == AUTHORIZING || this == CONFIRMING || this == CAPTURING;
    }

    boolean isRefundable() {
        return this == CAPTURED || this == PARTIALLY_REFUNDED;
    }
}

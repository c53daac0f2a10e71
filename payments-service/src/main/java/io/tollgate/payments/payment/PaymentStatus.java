package io.tollgate.payments.payment;

/** Where a payment stands at the card network. */
public enum PaymentStatus {
    /** Nothing was asked of the network: its order ended, or was confirmed, before it was seen being placed. */
    UNSEEN,
    AUTHORIZING,
    AUTHORIZED,
    DECLINED,
    CAPTURING,
    CAPTURED,
    CAPTURE_REFUSED,
    VOIDING,
    VOIDED,
    REFUNDING,
    REFUNDED,
    /** The network would neither void nor refund: a human must act. */
    REVERSAL_REFUSED
}

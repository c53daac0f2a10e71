package io.tollgate.payments.payment;

/** One thing asked of the card network, at most once per payment; only refunds may be several. */
public enum Step {
    AUTHORIZE(PaymentStatus.AUTHORIZING, true),
    /** Sends the code with which the customer confirms the authorization. */
    CONFIRM(PaymentStatus.CONFIRMING, true),
    /** Ends an authorization that was never confirmed. */
    ABANDON(PaymentStatus.ABANDONING, false),
    CAPTURE(PaymentStatus.CAPTURING, true),
    VOID(PaymentStatus.VOIDING, false),
    REFUND(PaymentStatus.REFUNDING, false);

    private final PaymentStatus underWay;
    private final boolean pointlessWhenCanceled;

    Step(PaymentStatus underWay, boolean pointlessWhenCanceled) {
        this.underWay = underWay;
        this.pointlessWhenCanceled = pointlessWhenCanceled;
    }

    /** The status of a payment while the network's answer is not known. */
    PaymentStatus underWay() {
        return underWay;
    }

    /** Whether a step that the network knows nothing of need not be taken any more once the order is canceled. */
    boolean isPointlessWhenCanceled() {
        return pointlessWhenCanceled;
    }
}

package io.tollgate.orders.order;

import java.util.Locale;

/** Whatever can happen to an order, in the words of its timeline. */
public enum Trigger {
    STOCK_RESERVED(Kind.HEARD),
    OUT_OF_STOCK(Kind.HEARD, "stock-refused"),
    UNKNOWN_PRODUCT(Kind.HEARD, "stock-refused"),
    PAYMENT_AUTHORIZED(Kind.HEARD),
    PAYMENT_ACTION_REQUIRED(Kind.HEARD),
    PAYMENT_DECLINED(Kind.HEARD),
    PAYMENT_CAPTURED(Kind.HEARD),
    PAYMENT_CAPTURE_REFUSED(Kind.HEARD),
    PAYMENT_VOIDED(Kind.HEARD),
    PAYMENT_REFUNDED(Kind.HEARD),
    REFUND_REFUSED(Kind.HEARD),
    SHIPMENT_BOOKED(Kind.HEARD),
    SHIPMENT_REFUSED(Kind.HEARD),
    SHIPMENT_CANCELED(Kind.HEARD),
    SHIPMENT_CANCEL_REFUSED(Kind.HEARD),
    CANCELLATION(Kind.DONE),
    ERASURE(Kind.DONE),
    REFUND_REQUESTED(Kind.DONE),
    DEADLINE(Kind.DONE);

    /** Whether it happened elsewhere and is noted in any case, or is done here and only where the table allows it. */
    enum Kind {
        HEARD,
        DONE
    }

    private final Kind kind;
    private final String wireName;

    Trigger(Kind kind) {
        this.kind = kind;
        this.wireName = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Trigger(Kind kind, String wireName) {
        this.kind = kind;
        this.wireName = wireName;
    }

    /** What the timeline calls it. */
    public String wireName() {
        return wireName;
    }

    boolean isHeard() {
        return kind == Kind.HEARD;
    }
}

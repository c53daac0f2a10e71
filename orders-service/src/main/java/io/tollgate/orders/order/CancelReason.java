package io.tollgate.orders.order;

import java.util.Arrays;

/** Why an order ended without delivery; the names are for ever. */
public enum CancelReason {
    OUT_OF_STOCK("out-of-stock"),
    UNKNOWN_PRODUCT("unknown-product"),
    PAYMENT_DECLINED("payment-declined"),
    CAPTURE_REFUSED("capture-refused"),
    SHIPMENT_REFUSED("shipment-refused"),
    CUSTOMER("customer"),
    EXPIRED("expired");

    private final String wireName;

    CancelReason(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public static CancelReason of(String wireName) {
        return Arrays.stream(values())
                .filter(reason -> reason.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(wireName));
    }
}

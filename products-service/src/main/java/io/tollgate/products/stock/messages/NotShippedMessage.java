package io.tollgate.products.stock.messages;

import static java.util.Objects.requireNonNull;

/** What products reads of workers.shipment-canceled.v1 and workers.shipment-refused.v1: whose parcel it was. */
record NotShippedMessage(String orderId) {
    static final String CANCELED = "workers.shipment-canceled.v1";
    static final String REFUSED = "workers.shipment-refused.v1";

    NotShippedMessage {
        requireNonNull(orderId, "orderId");
    }
}

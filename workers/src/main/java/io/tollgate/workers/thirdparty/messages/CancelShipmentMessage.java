package io.tollgate.workers.thirdparty.messages;

import static java.util.Objects.requireNonNull;

/** What is read of workers.cancel-shipment.v1. */
record CancelShipmentMessage(String shipmentId, String orderId, String userId) {
    static final String TYPE = "workers.cancel-shipment.v1";

    CancelShipmentMessage {
        requireNonNull(shipmentId, "shipmentId");
        requireNonNull(orderId, "orderId");
        requireNonNull(userId, "userId");
    }
}

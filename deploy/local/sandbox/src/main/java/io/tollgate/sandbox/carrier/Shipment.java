package io.tollgate.sandbox.carrier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.sandbox.http.Answer;
import io.tollgate.sandbox.operation.KeyedOperation;

/** A parcel that the carrier fetches, or was told not to. */
record Shipment(String id, String reference, String trackingNumber, boolean canceled, boolean departed)
        implements KeyedOperation.Subject {

    static final String CARRIER = "Sandbox Parcel";

    Shipment cancel() {
        return new Shipment(id, reference, trackingNumber, true, departed);
    }

    String status() {
        return canceled ? "canceled" : "booked";
    }

    ObjectNode shown() {
        return Answer.object()
                .put("id", id)
                .put("reference", reference)
                .put("carrier", CARRIER)
                .put("trackingNumber", trackingNumber)
                .put("status", status());
    }
}

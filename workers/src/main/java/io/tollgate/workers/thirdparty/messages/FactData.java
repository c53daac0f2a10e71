package io.tollgate.workers.thirdparty.messages;

import io.tollgate.workers.thirdparty.BookingFact;
import java.time.Instant;

/** The facts as they go over the bus. */
final class FactData {
    static final String BOOKED = "workers.shipment-booked.v1";
    static final String REFUSED = "workers.shipment-refused.v1";
    static final String CANCEL_REFUSED = "workers.shipment-cancel-refused.v1";
    static final String CANCELED = "workers.shipment-canceled.v1";

    private FactData() {}

    record ShipmentBooked(
            String shipmentId, String orderId, long version, String carrier, String trackingNumber, Instant bookedAt) {
        static ShipmentBooked of(BookingFact.Booked fact) {
            return new ShipmentBooked(
                    fact.booking().id().value(),
                    fact.booking().orderId().value(),
                    fact.booking().version(),
                    fact.receipt().carrier(),
                    fact.receipt().trackingNumber(),
                    fact.at());
        }
    }

    record ShipmentRefused(String shipmentId, String orderId, long version, String reason, Instant refusedAt) {
        static ShipmentRefused of(BookingFact.Refused fact) {
            return new ShipmentRefused(
                    fact.booking().id().value(),
                    fact.booking().orderId().value(),
                    fact.booking().version(),
                    fact.reason(),
                    fact.at());
        }
    }

    record ShipmentCanceled(String shipmentId, String orderId, long version, Instant canceledAt) {
        static ShipmentCanceled of(BookingFact.Canceled fact) {
            return new ShipmentCanceled(
                    fact.booking().id().value(),
                    fact.booking().orderId().value(),
                    fact.booking().version(),
                    fact.at());
        }
    }

    record ShipmentCancelRefused(
            String shipmentId,
            String orderId,
            long version,
            String reason,
            String carrier,
            String trackingNumber,
            Instant refusedAt) {
        static ShipmentCancelRefused of(BookingFact.CancelRefused fact) {
            return new ShipmentCancelRefused(
                    fact.booking().id().value(),
                    fact.booking().orderId().value(),
                    fact.booking().version(),
                    fact.reason(),
                    fact.receipt().carrier(),
                    fact.receipt().trackingNumber(),
                    fact.at());
        }
    }
}

package io.tollgate.workers.fulfillment.messages;

import io.tollgate.workers.fulfillment.Address;
import io.tollgate.workers.fulfillment.Consignment;
import io.tollgate.workers.fulfillment.OrderId;
import io.tollgate.workers.fulfillment.ShipmentId;
import io.tollgate.workers.fulfillment.UserId;
import java.time.Instant;
import java.util.List;

/** The commands as they go over the bus. */
final class ShipmentMessages {
    static final String BOOK = "workers.book-shipment.v1";
    static final String CANCEL = "workers.cancel-shipment.v1";

    private ShipmentMessages() {}

    record BookShipment(
            String shipmentId,
            String orderId,
            String userId,
            List<Consignment.Line> lines,
            Address shippingAddress,
            Instant requestedAt) {
        static BookShipment of(ShipmentId id, Consignment consignment, Instant now) {
            return new BookShipment(
                    id.value(),
                    consignment.orderId().value(),
                    consignment.userId().value(),
                    consignment.lines(),
                    consignment.address(),
                    now);
        }

        @Override
        public String toString() {
            return "BookShipment[" + shipmentId + "]";
        }
    }

    record CancelShipment(String shipmentId, String orderId, String userId, Instant requestedAt) {
        static CancelShipment of(ShipmentId id, OrderId orderId, UserId userId, Instant now) {
            return new CancelShipment(id.value(), orderId.value(), userId.value(), now);
        }
    }
}

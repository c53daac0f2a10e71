package io.tollgate.orders.order.messages;

import io.tollgate.orders.order.Happening;
import io.tollgate.orders.order.Shipment;
import io.tollgate.orders.order.Trigger;
import java.util.List;
import java.util.Objects;

/** What orders reads of the facts that answer for an order; one that lacks it is malformed, and is dead-lettered for it. */
sealed interface HeardMessage {
    String orderId();

    long version();

    /** That something is so, and nothing more. */
    record Plain(String orderId, long version) implements HeardMessage {
        public Plain {
            Objects.requireNonNull(orderId, "orderId");
        }
    }

    /** A no. */
    record Refused(String orderId, long version, String reason) implements HeardMessage {
        public Refused {
            Objects.requireNonNull(orderId, "orderId");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** products.stock-refused.v1. */
    record StockRefused(String orderId, long version, String reason, List<String> productIds) implements HeardMessage {
        private static final String UNKNOWN_PRODUCT = "unknown-product";

        public StockRefused {
            Objects.requireNonNull(orderId, "orderId");
            Objects.requireNonNull(reason, "reason");
            productIds = List.copyOf(productIds);
        }

        /** Any reason that is not known yet still means that there is no stock for the order. */
        Happening happening() {
            return Happening.because(
                    reason.equals(UNKNOWN_PRODUCT) ? Trigger.UNKNOWN_PRODUCT : Trigger.OUT_OF_STOCK,
                    (reason + ' ' + String.join(" ", productIds)).strip());
        }
    }

    /** workers.shipment-cancel-refused.v1. */
    record ShipmentCancelRefused(String orderId, long version, String reason, String carrier, String trackingNumber)
            implements HeardMessage {
        public ShipmentCancelRefused {
            Objects.requireNonNull(orderId, "orderId");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(carrier, "carrier");
            Objects.requireNonNull(trackingNumber, "trackingNumber");
        }

        /** With what somebody needs who calls the carrier. */
        Happening happening() {
            return Happening.because(Trigger.SHIPMENT_CANCEL_REFUSED, reason + ": " + carrier + ' ' + trackingNumber);
        }
    }

    /** workers.shipment-booked.v1. */
    record ShipmentBooked(String orderId, long version, String shipmentId, String carrier, String trackingNumber)
            implements HeardMessage {
        public ShipmentBooked {
            Objects.requireNonNull(orderId, "orderId");
            Objects.requireNonNull(shipmentId, "shipmentId");
            Objects.requireNonNull(carrier, "carrier");
            Objects.requireNonNull(trackingNumber, "trackingNumber");
        }

        Happening happening() {
            return Happening.booked(new Shipment(shipmentId, carrier, trackingNumber));
        }
    }
}

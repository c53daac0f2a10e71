package io.tollgate.workers.fulfillment;

import java.util.Optional;

/**
 * What was decided about shipping an order, once and for ever: one shipment, or none.
 *
 * @param shipmentId empty when the order was canceled before anything was to be shipped
 */
public record Fulfillment(OrderId orderId, UserId userId, Optional<ShipmentId> shipmentId, boolean canceled) {
    static Fulfillment requested(OrderId orderId, UserId userId, ShipmentId shipmentId) {
        return new Fulfillment(orderId, userId, Optional.of(shipmentId), false);
    }

    /** Whoever wants it shipped later comes too late; this shipment there never is, and somebody waits to hear that. */
    static Fulfillment never(OrderId orderId, UserId userId, ShipmentId shipmentId) {
        return new Fulfillment(orderId, userId, Optional.of(shipmentId), true);
    }

    /** Whoever wants it shipped later comes too late. */
    static Fulfillment tombstone(OrderId orderId, UserId userId) {
        return new Fulfillment(orderId, userId, Optional.empty(), true);
    }
}

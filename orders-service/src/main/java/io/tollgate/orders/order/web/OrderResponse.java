package io.tollgate.orders.order.web;

import io.tollgate.orders.order.CancelReason;
import io.tollgate.orders.order.Order;
import io.tollgate.orders.order.OrderLine;
import io.tollgate.orders.order.OrderStatus;
import io.tollgate.values.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An order as those see it who may. */
record OrderResponse(
        String id,
        Optional<String> externalId,
        String userId,
        OrderStatus status,
        Optional<String> reason,
        List<Line> lines,
        Money total,
        Optional<ShippingAddressBody> shippingAddress,
        Optional<Shipment> shipment,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> deadline,
        long version) {

    record Line(String productId, String name, int quantity, Money unitPrice) {
        static Line of(OrderLine line) {
            return new Line(line.productId().value(), line.name(), line.quantity(), line.unitPrice());
        }
    }

    record Shipment(String id, String carrier, String trackingNumber) {
        static Shipment of(io.tollgate.orders.order.Shipment shipment) {
            return new Shipment(shipment.id(), shipment.carrier(), shipment.trackingNumber());
        }
    }

    static OrderResponse of(Order order) {
        return new OrderResponse(
                order.id().value(),
                order.purchase().externalId(),
                order.buyer().userId(),
                order.status(),
                order.state().reason().map(CancelReason::wireName),
                order.lines().stream().map(Line::of).toList(),
                order.total(),
                order.purchase().shippingAddress().map(ShippingAddressBody::of),
                order.state().shipment().map(Shipment::of),
                order.placedAt(),
                order.changedAt(),
                order.state().deadline(),
                order.version());
    }
}
